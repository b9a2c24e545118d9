import { Button, Group, Kbd, Stack, Text, Textarea } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { DismissReason, Suggestion } from "@/api/shapes";
import { usePlace } from "@/app/session";
import { momentWord, nextHour } from "@/words/clock";
import { afterEditing, forEditing } from "@/words/marks";
import { useWords, type Key } from "@/words/words";
import { measured, unfit } from "./outgoing";
import classes from "./queue.module.css";

export type Tray = "edit" | "dismiss" | "snooze" | null;

const reasons: readonly DismissReason[] = ["wrong_moment", "wrong_words", "not_true", "already_done", "too_many", "other"];

export interface ActionsProps {
  card: Suggestion;
  tray: Tray;
  open: (tray: Tray) => void;
  accept: () => void;
  acceptDown: () => void;
  edit: (text: string) => void;
  dismiss: (reason: DismissReason) => void;
  snooze: (until: Date) => void;
}

export function Actions(props: ActionsProps) {
  const { t } = useWords();
  const { card, tray, open, accept, acceptDown } = props;
  const { effect } = card;
  const held = unfit(card) !== null;
  if (tray === "edit") return <EditTray {...props} />;
  return (
    <Stack gap="xs" className={classes.actions}>
      {tray === "dismiss" && <DismissTray {...props} />}
      {tray === "snooze" && <SnoozeTray {...props} />}
      <Group gap="xs" className={classes.buttons}>
        <Button onClick={accept} disabled={!card.may_accept || held} rightSection={<Hint letter="a" />}>
          {t(acceptWord(card))}
        </Button>
        {typeof effect?.notice_down === "string" && (
          <Button variant="default" onClick={acceptDown} disabled={!card.may_accept || held}>
            {t("queue.accept_warn_down")}
          </Button>
        )}
        {(effect === null || effect.editable) && (
          <Button variant="default" onClick={() => open("edit")} disabled={!card.may_accept} rightSection={<Hint letter="e" />}>
            {t("queue.edit")}
          </Button>
        )}
        <Button variant="default" onClick={() => open(tray === "dismiss" ? null : "dismiss")} aria-expanded={tray === "dismiss"} rightSection={<Hint letter="x" />}>
          {t("queue.dismiss")}
        </Button>
        <Button variant="default" onClick={() => open(tray === "snooze" ? null : "snooze")} aria-expanded={tray === "snooze"} rightSection={<Hint letter="h" />}>
          {t("queue.snooze")}
        </Button>
      </Group>
    </Stack>
  );
}

/** What the button to accept is called: of a removal or a warning, what it does. */
function acceptWord({ effect }: Suggestion): Key {
  if (effect === null) return "queue.accept";
  if (effect.by_hand) return "queue.accept_by_hand";
  return effect.editable ? "queue.accept_warn" : "queue.accept_remove";
}

function Hint({ letter }: { letter: string }) {
  return (
    <Kbd size="xs" className={classes.hint} aria-hidden="true">
      {letter}
    </Kbd>
  );
}

function EditTray({ card, open, edit }: ActionsProps) {
  const { t } = useWords();
  const [text, setText] = useState(() => card.effect?.notice ?? forEditing(card.text, card.cited));
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const edited = card.effect === null ? afterEditing(text.trim(), card.text, card.cited) : text.trim();
  const { count, over } = measured(card, edited);
  const ready = text.trim() !== "" && over === 0;
  const send = () => ready && edit(edited);
  return (
    <Stack gap="xs">
      <Textarea
        label={t("queue.edit_label")}
        description={t("queue.edit_keys")}
        autosize
        minRows={3}
        maxRows={14}
        value={text}
        ref={field}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") open(null);
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
        }}
      />
      <Text size="xs" {...(over > 0 ? { fw: 600, c: "red" } : { c: "dimmed" })} role="status">
        {over > 0 ? t("queue.edit_over", { count: over, limit: card.platform.max_characters }) : t("queue.edit_count", { count, limit: card.platform.max_characters })}
      </Text>
      <Group gap="xs" className={classes.buttons}>
        <Button onClick={send} disabled={!ready}>
          {t("queue.edit_send")}
        </Button>
        <Button variant="default" onClick={() => open(null)}>
          {t("act.cancel")}
        </Button>
      </Group>
    </Stack>
  );
}

interface Choice {
  label: string;
  note?: string;
  choose: () => void;
}

/** A row of one-tap choices; also by number, and Escape closes it. */
function Choices({ title, choices, close }: { title: string; choices: readonly Choice[]; close: () => void }) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => row.current?.querySelector("button")?.focus(), []);
  return (
    <div
      ref={row}
      role="group"
      aria-label={title}
      className={classes.tray}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
        choices[Number(event.key) - 1]?.choose();
      }}
    >
      <Text size="sm" c="dimmed" w="100%">
        {title}
      </Text>
      {choices.map((choice, place) => (
        <Button key={choice.label} size="sm" variant="light" onClick={choice.choose} leftSection={<Hint letter={String(place + 1)} />}>
          {choice.label}
          {choice.note !== undefined && (
            <Text span size="xs" ml={6} className={classes.note}>
              {choice.note}
            </Text>
          )}
        </Button>
      ))}
    </div>
  );
}

function DismissTray({ open, dismiss }: ActionsProps) {
  const { t } = useWords();
  const choices = reasons.map((reason) => ({ label: t(`reason.${reason}` satisfies Key), choose: () => dismiss(reason) }));
  return <Choices title={t("queue.dismiss_why")} choices={choices} close={() => open(null)} />;
}

function SnoozeTray({ open, snooze }: ActionsProps) {
  const { t, language } = useWords();
  const { community } = usePlace();
  const [now] = useState(() => new Date());
  const zone = community.timezone;
  const times: readonly [Key, Date][] = [
    ["snooze.hour", new Date(now.getTime() + 3_600_000)],
    ["snooze.evening", nextHour(now, 20, 0, zone)],
    ["snooze.morning", nextHour(now, 9, 1, zone)],
    ["snooze.week", nextHour(now, 9, 7, zone)],
  ];
  const choices = times.map(([key, until]) => ({
    label: t(key),
    note: momentWord(until, now, language, zone),
    choose: () => snooze(until),
  }));
  return <Choices title={t("queue.snooze_until")} choices={choices} close={() => open(null)} />;
}
