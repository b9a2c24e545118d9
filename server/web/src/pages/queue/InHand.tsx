import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { DismissReason, Suggestion } from "@/api/shapes";
import { useKeys } from "@/app/keys";
import { useNotify } from "@/app/notices";
import { copyText } from "@/parts/copying";
import { withoutMarks } from "@/words/marks";
import { useWords } from "@/words/words";
import { Actions, type Tray } from "./Actions";
import { Card } from "./Card";
import type { Deciding } from "./deciding";

/** The card being decided on, its actions and its keys. */
export function InHand({ card, deciding, showKeys }: { card: Suggestion; deciding: Deciding; showKeys: () => void }) {
  const { t } = useWords();
  const notify = useNotify();
  const [tray, open] = useState<Tray>(null);
  const [why, setWhy] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const { deck, turn, review, undo } = deciding;
  const gone = deck.gone.has(card.id);
  const mine = card.may_accept && !gone;
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, []);

  const accept = () => mine && review(card, { decision: "accept" }, "queue.said_accept");
  const edit = (text: string) =>
    text === card.text ? accept() : review(card, { decision: "edit", text }, "queue.said_edit");
  const dismiss = (reason: DismissReason) => review(card, { decision: "dismiss", reason }, "queue.said_dismiss");
  const snooze = (until: Date) => review(card, { decision: "snooze", until: until.toISOString() }, "queue.said_snooze");
  const copy = () => {
    void copyText(withoutMarks(card.text, card.cited)).then((copied) => {
      if (copied) deciding.markPosted(card);
      else notify({ text: t("queue.copy_failed"), tone: "failure" });
    });
  };

  useKeys({
    j: () => turn({ kind: "step", by: 1 }),
    k: () => turn({ kind: "step", by: -1 }),
    a: accept,
    e: () => mine && open("edit"),
    x: () => !gone && open("dismiss"),
    h: () => !gone && open("snooze"),
    c: () => !gone && copy(),
    w: () => setWhy((shown) => !shown),
    n: () => turn({ kind: "lay" }),
    z: undo,
    "?": showKeys,
    Escape: () => open(null),
  });

  return (
    <div ref={place} tabIndex={-1} style={{ outline: "none", minWidth: 0 }}>
      <Card card={card} gone={gone} why={why} toggleWhy={() => setWhy(!why)}>
        {!gone && (
          <Actions card={card} tray={tray} open={open} accept={accept} edit={edit} dismiss={dismiss} snooze={snooze} />
        )}
        {!gone && (
          <Button variant="subtle" color="gray" c="dimmed" size="compact-sm" onClick={copy} style={{ alignSelf: "flex-start" }}>
            {t("queue.copy")}
          </Button>
        )}
      </Card>
    </div>
  );
}
