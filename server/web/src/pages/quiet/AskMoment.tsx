import { Alert, Badge, Button, Group, NativeSelect, Paper, Text, TextInput, Title } from "@mantine/core";
import { useState, type SyntheticEvent } from "react";
import type { LookShown, Zone } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { Loaded, Moment } from "@/parts/parts";
import { instantOf, wallOf } from "@/words/clock";
import { useWords } from "@/words/words";
import { Behind } from "./Look";
import { isSilent, later, useLookAt, type Asked } from "./looks";

interface AskMomentProps {
  zones: readonly Zone[];
  asked: Asked | null;
  ask: (asked: Asked | null) => void;
}

/** A room and a time, and why nothing was said there then. */
export function AskMoment({ zones, asked, ask }: AskMomentProps) {
  const { t } = useWords();
  const look = useLookAt(asked);
  return (
    <Paper withBorder component="section" aria-labelledby="ask-moment" px="md" py="sm" mb="lg" maw="46rem">
      <Title order={2} size="h4" id="ask-moment">
        {t("quiet.ask")}
      </Title>
      <Text size="sm" c="dimmed">
        {t("quiet.ask_note")}
      </Text>
      <Form key={asked === null ? "" : `${asked.zone} ${asked.at}`} zones={zones} asked={asked} ask={ask} />
      {asked !== null && <Loaded from={look}>{(found) => <Answer found={found} asked={asked} ask={ask} />}</Loaded>}
    </Paper>
  );
}

function Form({ zones, asked, ask }: AskMomentProps) {
  const { t } = useWords();
  const { community } = usePlace();
  const [zone, setZone] = useState(String(asked?.zone ?? zones[0]?.id ?? ""));
  const [wall, setWall] = useState(() => wallOf(asked === null ? new Date() : new Date(asked.at), community.timezone));
  const at = instantOf(wall, community.timezone);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (at !== null && zone !== "") ask({ zone: Number(zone), at: at.toISOString() });
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="sm" mt="xs">
        <NativeSelect label={t("quiet.zone")} value={zone} data={zones.map((one) => ({ value: String(one.id), label: one.name }))} onChange={(event) => setZone(event.currentTarget.value)} />
        <TextInput type="datetime-local" label={t("quiet.at", { timezone: community.timezone })} value={wall} onChange={(event) => setWall(event.currentTarget.value)} />
        <Button type="submit" disabled={at === null || zone === ""}>
          {t("quiet.ask_act")}
        </Button>
        {asked !== null && (
          <Button variant="subtle" onClick={() => ask(null)}>
            {t("quiet.ask_clear")}
          </Button>
        )}
      </Group>
    </form>
  );
}

function Answer({ found, asked, ask }: { found: LookShown; asked: Asked; ask: (asked: Asked) => void }) {
  const { t, named } = useWords();
  const { look, earlier, later: next } = found;
  return (
    <div role="status">
      <Alert variant="light" color={found.reconstructed ? "yellow" : "gray"} mt="md" py="xs">
        <Text size="sm">{t(found.reconstructed ? "quiet.reconstructed" : "quiet.kept")}</Text>
      </Alert>
      <Group gap={8} mt="sm">
        <Badge variant={isSilent(look) ? "outline" : "light"} color={isSilent(look) ? "gray" : "ember"} tt="none">
          {isSilent(look) ? t("quiet.silent_then") : t("quiet.spoke_then", { move: named("move", look.move) })}
        </Badge>
        <Text size="sm" c="dimmed">
          <Moment at={look.at} />
        </Text>
      </Group>
      <Text mt={4} fw={600}>
        {look.why.text}
      </Text>
      <Behind look={look} />
      <Group gap="xs" mt="sm">
        {earlier !== null && (
          <Button size="compact-sm" variant="default" onClick={() => ask({ ...asked, at: earlier })}>
            {t("quiet.earlier")}
          </Button>
        )}
        {next !== null && (
          <Button size="compact-sm" variant="default" onClick={() => ask({ ...asked, at: next })}>
            {t("quiet.later")}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => ask(later(asked, 60))}>
          {t("quiet.hour_later")}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => ask(later(asked, 24 * 60))}>
          {t("quiet.day_later")}
        </Button>
      </Group>
    </div>
  );
}
