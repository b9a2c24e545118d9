import { Button, Group, Kbd, Text } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { DismissReason, Suggestion } from "@/api/shapes";
import { useKeys } from "@/app/keys";
import { useNotify } from "@/app/notices";
import { copyText } from "@/parts/copying";
import { useWords, type Key } from "@/words/words";
import { Actions, type Tray } from "./Actions";
import { Card } from "./Card";
import type { Deciding } from "./deciding";
import { outgoing, unfit } from "./outgoing";
import classes from "./queue.module.css";

/** The draft in another of its wordings; 0 is the first. */
function worded(card: Suggestion, at: number): Suggestion {
  const other = card.alternatives[at - 1];
  return other === undefined ? card : { ...card, text: other.text, cited: other.cited };
}

/** Leafs through the wordings of a draft. */
function Turning({ at, count, next }: { at: number; count: number; next: () => void }) {
  const { t } = useWords();
  return (
    <Group gap="xs" mt={6}>
      <Button size="compact-sm" variant="subtle" onClick={next} rightSection={<Kbd size="xs" className={classes.hint ?? ""} aria-hidden="true">o</Kbd>}>
        {t("queue.other_wording")}
      </Button>
      <Text size="xs" c="dimmed" role="status">
        {t("queue.wording_of", { place: at + 1, count })}
      </Text>
    </Group>
  );
}

/** What is said once a draft is accepted. */
function accepted({ effect }: Suggestion): Key {
  if (effect === null) return "queue.said_accept";
  if (effect.by_hand) return "queue.said_by_hand";
  return effect.editable ? "queue.said_warn" : "queue.said_remove";
}

/** The card being decided on, its actions and its keys. */
export function InHand({ card: drafted, deciding, showKeys }: { card: Suggestion; deciding: Deciding; showKeys: () => void }) {
  const { t } = useWords();
  const notify = useNotify();
  const [tray, open] = useState<Tray>(null);
  const [why, setWhy] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const { deck, turn, review, undo } = deciding;
  const [turned, turnTo] = useState(0);
  const count = drafted.alternatives.length + 1;
  const at = turned % count;
  const card = worded(drafted, at);
  const gone = deck.gone.has(card.id);
  const mine = card.may_accept && !gone;
  const words = outgoing(card);
  const copied = !gone && words !== null;
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, []);

  const fits = unfit(card) === null;
  const accept = () => mine && fits && review(drafted, at === 0 ? { decision: "accept" } : { decision: "accept", text: card.text }, accepted(card));
  const acceptDown = () => mine && fits && review(drafted, { decision: "accept", take_down: true }, "queue.said_warn_down");
  const edit = (text: string) =>
    text === (card.effect?.notice ?? card.text) ? accept() : review(drafted, { decision: "edit", text }, "queue.said_edit");
  const dismiss = (reason: DismissReason) => review(drafted, { decision: "dismiss", reason }, "queue.said_dismiss");
  const snooze = (until: Date) => review(drafted, { decision: "snooze", until: until.toISOString() }, "queue.said_snooze");
  const copy = () => {
    void copyText(words ?? "").then((done) => {
      if (done) deciding.markPosted(drafted, at === 0 ? null : card.text);
      else notify({ text: t("queue.copy_failed"), tone: "failure" });
    });
  };

  useKeys({
    j: () => turn({ kind: "step", by: 1 }),
    k: () => turn({ kind: "step", by: -1 }),
    a: accept,
    e: () => mine && (card.effect?.editable ?? true) && open("edit"),
    x: () => !gone && open("dismiss"),
    h: () => !gone && open("snooze"),
    c: () => copied && copy(),
    o: () => tray !== "edit" && turnTo(at + 1),
    w: () => setWhy((shown) => !shown),
    n: () => turn({ kind: "lay" }),
    z: undo,
    "?": showKeys,
    Escape: () => open(null),
  });

  return (
    <div ref={place} tabIndex={-1} style={{ outline: "none", minWidth: 0 }}>
      <Card card={card} gone={gone} why={why} toggleWhy={() => setWhy(!why)} turning={count > 1 && tray !== "edit" && <Turning at={at} count={count} next={() => turnTo(at + 1)} />}>
        {!gone && (
          <Actions card={card} tray={tray} open={open} accept={accept} acceptDown={acceptDown} edit={edit} dismiss={dismiss} snooze={snooze} />
        )}
        {copied && (
          <Button variant="subtle" color="gray" c="dimmed" size="compact-sm" onClick={copy} style={{ alignSelf: "flex-start" }}>
            {t(card.effect === null ? "queue.copy" : "queue.copy_notice")}
          </Button>
        )}
      </Card>
    </div>
  );
}
