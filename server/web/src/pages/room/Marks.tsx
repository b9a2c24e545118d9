import { Button, Group, NativeSelect, Popover, Stack, Text, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import type { Mark, Message, SignalKind, Zone } from "@/api/shapes";
import { Icon } from "@/parts/icons";
import { Moment } from "@/parts/parts";
import { useWords, type Words } from "@/words/words";
import { picture, sureness, SURE } from "./heard";
import { useHearing, useJudge, useSignalKinds, useUndoing } from "./hearing";
import classes from "./room.module.css";

/** What was heard at a message, small and quiet; each opens with its meaning and what to do. */
export function Marks({ zone, message }: { zone: Zone; message: Message }) {
  const { t } = useWords();
  const { drawn, moved } = useHearing();
  if (!drawn || moved !== null || message.marks.length === 0) return null;
  return (
    <Group gap={6} mt={4} role="group" aria-label={t("room.marks")}>
      {message.marks.map((mark) => (
        <OneMark key={mark.id} zone={zone} mark={mark} />
      ))}
    </Group>
  );
}

function OneMark({ zone, mark }: { zone: Zone; mark: Mark }) {
  const { t, named } = useWords();
  const [opened, setOpened] = useState(false);
  const word = named("signal", mark.kind);
  const unsure = mark.confidence < SURE;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={320} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <UnstyledButton className={classes.mark ?? ""} data-unsure={unsure} data-right={mark.verdict === "right"} onClick={() => setOpened(!opened)} aria-expanded={opened}>
          <Icon name={picture(mark.kind)} size={13} />
          {unsure ? t("room.mark_maybe", { name: word }) : word}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={word}>
        <Meaning zone={zone} mark={mark} close={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** What a kind of mark means; null where its name says all there is. */
function meaningOf(kind: string, named: Words["named"]): string | null {
  const meaning = named("signal_meaning", kind);
  return meaning === kind.replaceAll("_", " ") ? null : meaning;
}

function Meaning({ zone, mark, close }: { zone: Zone; mark: Mark; close: () => void }) {
  const { t, named } = useWords();
  const judge = useJudge(zone.id);
  const undo = useUndoing(zone.id);
  const [rather, setRather] = useState(false);
  const say = (verdict: "right" | "wrong", kind?: SignalKind) => judge.mutate({ mark: mark.id, verdict, ...(kind === undefined ? {} : { kind }) }, { onSuccess: close });
  const checked = mark.correction_id;
  const meaning = meaningOf(mark.kind, named);
  return (
    <Stack gap={8}>
      <Text fw={600} size="sm">
        {named("signal", mark.kind)}
      </Text>
      {meaning !== null && <Text size="sm">{meaning}</Text>}
      <Text size="xs" c="dimmed">
        {t(`room.mark_${sureness(mark.confidence)}`)} · {t("room.mark_since")} <Moment at={mark.since} />
      </Text>
      {checked === null ? (
        <Group gap={6}>
          <Button size="compact-sm" variant="default" loading={judge.isPending} onClick={() => say("right")}>
            ✓ {t("room.mark_right")}
          </Button>
          <Button size="compact-sm" variant="default" loading={judge.isPending} onClick={() => say("wrong")}>
            ✗ {t("room.mark_wrong")}
          </Button>
          <Button size="compact-sm" variant="subtle" aria-expanded={rather} onClick={() => setRather(!rather)}>
            {t("room.mark_rather")}
          </Button>
        </Group>
      ) : (
        <Group gap={6}>
          <Text size="sm">✓ {t("room.mark_checked")}</Text>
          <Button size="compact-sm" variant="default" loading={undo.isPending} onClick={() => undo.mutate(checked, { onSuccess: close })}>
            {t("act.undo")}
          </Button>
        </Group>
      )}
      {rather && <Rather mark={mark} say={(kind) => say("wrong", kind)} />}
      <Text size="xs" c="dimmed">
        {t("room.mark_who")}
      </Text>
    </Stack>
  );
}

function Rather({ mark, say }: { mark: Mark; say: (kind: SignalKind) => void }) {
  const { t, named, language } = useWords();
  const kinds = useSignalKinds(true);
  const [kind, setKind] = useState("");
  const others = (kinds.data ?? []).filter((one) => one !== mark.kind);
  const chosen = others.find((one) => one === kind);
  const choices = others.map((one) => ({ value: one, label: named("signal", one) })).sort((one, other) => one.label.localeCompare(other.label, language));
  return (
    <Group gap={6} align="flex-end" wrap="nowrap">
      <NativeSelect size="xs" label={t("room.mark_rather_what")} value={kind} onChange={(event) => setKind(event.currentTarget.value)} data={[{ value: "", label: t("room.mark_choose") }, ...choices]} />
      <Button size="compact-sm" disabled={chosen === undefined} onClick={() => chosen !== undefined && say(chosen)}>
        {t("act.save")}
      </Button>
    </Group>
  );
}
