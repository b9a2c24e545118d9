import { Badge, Collapse, Group, Paper, Stack, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Observation } from "@/api/shapes";
import { useZones } from "@/pages/room/speaking";
import { Icon } from "@/parts/icons";
import { Moment } from "@/parts/parts";
import { useWords } from "@/words/words";
import { isSilent } from "./looks";

/** One look in the list: its choice and reason, and on a click everything behind it. */
export function Look({ look }: { look: Observation }) {
  const { named } = useWords();
  const zones = useZones();
  const [open, { toggle }] = useDisclosure(false);
  const zone = zones.data?.find((one) => one.id === look.zone_id)?.name;
  return (
    <Paper withBorder px="md" py="sm" component="article">
      <UnstyledButton onClick={toggle} aria-expanded={open} w="100%">
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <div style={{ flex: 1, minWidth: 0 }}>
            <Group gap={8}>
              <Badge variant={isSilent(look) ? "outline" : "light"} color={isSilent(look) ? "gray" : "ember"} tt="none">
                {named("move", look.move)}
              </Badge>
              <Text size="sm" c="dimmed">
                {zone} · <Moment at={look.at} />
              </Text>
            </Group>
            <Text mt={2}>{look.why.text}</Text>
            {look.failure !== null && (
              <Text size="sm" c="var(--mantine-color-error)">
                {look.failure.text}
              </Text>
            )}
          </div>
          <Icon name={open ? "up" : "down"} size={18} />
        </Group>
      </UnstyledButton>
      <Collapse expanded={open}>
        <Behind look={look} />
      </Collapse>
    </Paper>
  );
}

/** What was heard at a look, what was considered, and what spoke against each. */
export function Behind({ look }: { look: Observation }) {
  const { t, named } = useWords();
  return (
    <Stack gap={6} pt="xs">
      <Text size="sm">
        <Text span c="dimmed" size="sm">
          {t("quiet.signals")}{" "}
        </Text>
        {look.signals.length === 0 ? t("quiet.none") : look.signals.map((signal) => named("signal", signal)).join(" · ")}
      </Text>
      <Text size="sm" c="dimmed">
        {look.candidates.length === 0 ? t("quiet.no_candidates") : t("quiet.candidates")}
      </Text>
      {look.candidates.length > 0 && (
        <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: "none" }}>
          {look.candidates.map((candidate, place) => (
            <Considered key={place} candidate={candidate} spoke={!isSilent(look)} />
          ))}
        </Stack>
      )}
      {look.engine !== "none" && (
        <Text size="sm" c="dimmed">
          {t("quiet.engine", { engine: named("engine", look.engine) })}
        </Text>
      )}
    </Stack>
  );
}

function Considered({ candidate, spoke }: { candidate: Observation["candidates"][number]; spoke: boolean }) {
  const { t, named } = useWords();
  const chosen = spoke && candidate.against === null;
  return (
    <Text component="li" size="sm" pl="sm" style={{ borderLeft: `3px solid var(--mantine-color-${chosen ? "ember-6" : "default-border"})` }}>
      <Text span fw={600} size="sm">
        {named("move", candidate.move)}
      </Text>{" "}
      <Text span c="dimmed" size="sm">
        {named("lane", candidate.lane)} · {t("quiet.score", { score: candidate.score.toFixed(2) })}
      </Text>
      <br />
      {candidate.why.text}
      {candidate.against !== null && (
        <>
          <br />
          <Text span size="sm" c="dimmed">
            ✕ {candidate.against.text}
          </Text>
        </>
      )}
      {chosen && (
        <>
          <br />
          <Text span size="sm">
            ✓ {t("quiet.chosen")}
          </Text>
        </>
      )}
    </Text>
  );
}
