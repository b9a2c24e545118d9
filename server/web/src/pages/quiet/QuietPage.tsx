import { Badge, Collapse, Group, Paper, SegmentedControl, Stack, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { read } from "@/api/call";
import type { Observation } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { useZones } from "@/pages/room/speaking";
import { Icon } from "@/parts/icons";
import { Empty, Loaded, Moment, PageTitle } from "@/parts/parts";
import { useWords } from "@/words/words";

const filters = ["all", "silent", "spoke"] as const;
type Filter = (typeof filters)[number];

function isSilent(look: Observation): boolean {
  return look.move === "stay_silent";
}

/** Each look of the gate: what was chosen, or silence, and the reason. */
export default function QuietPage() {
  const { t } = useWords();
  const { community } = usePlace();
  const [filter, setFilter] = useState<Filter>("all");
  const looks = useQuery({
    queryKey: ["observations", community.id],
    queryFn: async () =>
      (await read<{ observations: Observation[] }>(`/api/communities/${community.id}/observations?limit=200`)).observations,
  });
  return (
    <>
      <PageTitle title={t("page.quiet")} note={t("quiet.note")}>
        <SegmentedControl
          size="xs"
          aria-label={t("quiet.which")}
          value={filter}
          onChange={(value) => setFilter(filters.find((one) => one === value) ?? "all")}
          data={filters.map((one) => ({ value: one, label: t(`quiet.${one}`) }))}
        />
      </PageTitle>
      <Loaded from={looks}>
        {(all) => {
          const shown = all.filter((look) => filter === "all" || isSilent(look) === (filter === "silent"));
          if (shown.length === 0) return <Empty title={t("quiet.empty")} text={t("quiet.empty_next")} />;
          return (
            <Stack gap="xs" maw={820}>
              {shown.map((look) => (
                <Look key={look.id} look={look} />
              ))}
            </Stack>
          );
        }}
      </Loaded>
    </>
  );
}

function Look({ look }: { look: Observation }) {
  const { t, named } = useWords();
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
          {look.candidates.map((candidate, place) => (
            <Text key={place} size="sm">
              {t("quiet.candidate", { move: named("move", candidate.move), score: candidate.score.toFixed(2), why: candidate.why.text })}
            </Text>
          ))}
          <Text size="sm" c="dimmed">
            {t("quiet.engine", { engine: named("engine", look.engine) })}
          </Text>
        </Stack>
      </Collapse>
    </Paper>
  );
}
