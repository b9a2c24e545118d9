import { ActionIcon, Button, Group, Switch, Text } from "@mantine/core";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import type { Message } from "@/api/shapes";
import { useKeys } from "@/app/keys";
import { usePlace } from "@/app/session";
import { Icon } from "@/parts/icons";
import { useWords } from "@/words/words";
import { drawsThreads, mayMove } from "./heard";
import { useHearing } from "./hearing";
import classes from "./room.module.css";

const PICKS = "[data-pick]";

/** Whether threads and marks are drawn, as this person chose last. */
export function useDrawn(): readonly [boolean, (drawn: boolean) => void] {
  const { community } = usePlace();
  const place = `simmer.threads.${community.member_id}`;
  const [kept, setKept] = useState(() => localStorage.getItem(place));
  const choose = (drawn: boolean) => {
    localStorage.setItem(place, drawn ? "on" : "off");
    setKept(drawn ? "on" : "off");
  };
  return [drawsThreads(community.role, kept), choose];
}

interface ThreadsBarProps {
  drawn: boolean;
  draw: (drawn: boolean) => void;
  /** How many messages of the one thread are shown; null while the whole room is. */
  alone: { count: number | null; more: boolean } | null;
  back: () => void;
}

/** The switch for threads; inside one thread, the way back. */
export function ThreadsBar({ drawn, draw, alone, back }: ThreadsBarProps) {
  const { t } = useWords();
  useKeys(alone === null ? {} : { Escape: back });
  return (
    <div className={classes.bar}>
      {alone === null ? (
        <span />
      ) : (
        <Group gap="xs" role="status">
          <Button size="compact-sm" variant="light" leftSection={<Icon name="back" size={14} />} onClick={back} aria-keyshortcuts="Escape">
            {t("room.only_back")}
          </Button>
          <Text size="sm" c="dimmed">
            {alone.count === null ? t("room.only_thread") : t("room.only_count", { count: alone.count })}
            {alone.more && ` ${t("room.only_more")}`}
          </Text>
        </Group>
      )}
      <Switch size="xs" label={t("room.threads")} checked={drawn} onChange={(event) => draw(event.currentTarget.checked)} />
    </div>
  );
}

/** How a line is drawn: its thread, whether it is moved now, and whether it may be picked. */
export function useStance(message: Message) {
  const { drawn, sights, moved, targets, pick } = useHearing();
  const sight = sights.get(message.id);
  const shade = drawn ? sight?.shade : null;
  const pickable = targets.has(message.id);
  return {
    "data-thread": shade ?? undefined,
    "data-unsure": sight?.unsure,
    "data-moved": moved?.id === message.id,
    "data-pickable": pickable,
    onClick: pickable ? () => pick(message.id) : undefined,
  };
}

/** What a message answers, where it did not say so itself, instead of what the platform says; dashed where it is a guess. */
export function Answered({ message, children }: { message: Message; children: ReactNode }) {
  const { t } = useWords();
  const { drawn, sights } = useHearing();
  const sight = sights.get(message.id);
  const answers = drawn ? sight?.answers : null;
  if (sight === undefined || answers == null) return children;
  return (
    <Text size="sm" c="dimmed" className={classes.answered ?? ""} data-unsure={sight.unsure} lineClamp={1}>
      {t(sight.unsure ? "room.answers_unsure" : "room.answers", { name: answers.author ?? t("word.system") })}
      {answers.text}
    </Text>
  );
}

/** The way to say that a message answers this one, while one is being moved. */
export function Pick({ message }: { message: Message }) {
  const { t } = useWords();
  const { pick, targets } = useHearing();
  if (!targets.has(message.id)) return null;
  const name = message.author?.name ?? "Simmer";
  return (
    <Button
      data-pick
      size="compact-xs"
      variant="light"
      className={classes.pick ?? ""}
      aria-label={t("room.pick_label", { name, text: message.text.slice(0, 60) })}
      onClick={(event) => {
        event.stopPropagation();
        pick(message.id);
      }}
    >
      {t("room.pick")}
    </Button>
  );
}

/** Look at the thread of a message alone, or move it to another. */
export function ThreadActions({ message, mine }: { message: Message; mine: boolean }) {
  const { t } = useWords();
  const { community } = usePlace();
  const { open, move } = useHearing();
  if (open === null || message.private) return null;
  return (
    <>
      <ActionIcon variant="subtle" color="gray" onClick={() => open(message)} aria-label={t("room.only_thread")} title={t("room.only_thread")}>
        <Icon name="thread" size={17} />
      </ActionIcon>
      {mayMove(message, community.role, mine) && (
        <ActionIcon variant="subtle" color="gray" onClick={() => move(message)} aria-label={t("room.move")} title={t("room.move")}>
          <Icon name="move" size={17} />
        </ActionIcon>
      )}
    </>
  );
}

/** Up and down go from one message that may be picked to the next. */
export function walkPicks(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
  const picks = [...event.currentTarget.querySelectorAll<HTMLElement>(PICKS)];
  const at = picks.findIndex((one) => one === document.activeElement);
  if (step === 0 || at === -1) return;
  event.preventDefault();
  picks[at + step]?.focus();
}

interface MovingProps {
  moved: Message;
  pending: boolean;
}

/** Says what is being moved, and offers that it starts a topic of its own. */
export function Moving({ moved, pending }: MovingProps) {
  const { t } = useWords();
  const { move, pick, targets } = useHearing();
  const box = useRef<HTMLDivElement>(null);
  useKeys({ Escape: () => move(null) });
  useEffect(() => {
    const picks = document.querySelectorAll<HTMLElement>(PICKS);
    (picks[picks.length - 1] ?? box.current)?.focus();
  }, [moved.id]);
  const starts = moved.link !== null && moved.link.parent_id === null;
  return (
    <div className={classes.moving} role="region" aria-label={t("room.move")} tabIndex={-1} ref={box}>
      <Text size="sm" fw={600} lineClamp={1}>
        {t("room.moving", { text: moved.text })}
      </Text>
      <Text size="sm" c="dimmed">
        {t(targets.size === 0 ? "room.moving_none" : "room.moving_how")}
      </Text>
      <Group gap="xs" mt={4}>
        {!starts && (
          <Button size="compact-sm" variant="default" loading={pending} onClick={() => pick(null)}>
            {t("room.starts_topic")}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" onClick={() => move(null)} aria-keyshortcuts="Escape">
          {t("act.cancel")}
        </Button>
      </Group>
    </div>
  );
}
