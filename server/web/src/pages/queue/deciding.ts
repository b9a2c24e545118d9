import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useReducer, useRef } from "react";
import { post, read } from "@/api/call";
import type { Suggestion, SuggestionReview, SuggestionReviewed, Suggestions } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { failureSentence } from "@/parts/parts";
import { useWords, type Key } from "@/words/words";
import { emptyDeck, turned, type Deck, type Turn } from "./deck";

/** How long a decision can be taken back. */
const UNDO_MS = 10_000;

interface Decided {
  card: Suggestion;
  kept: Promise<unknown>;
  until: number;
}

export function useSuggestions(state: Suggestion["state"]) {
  const { community } = usePlace();
  return useQuery({
    queryKey: ["suggestions", community.id, state],
    queryFn: () => read<Suggestions>(`/api/communities/${community.id}/suggestions?state=${state}`),
  });
}

export interface Deciding {
  deck: Deck;
  turn: (turn: Turn) => void;
  review: (card: Suggestion, review: SuggestionReview, said: Key) => void;
  /** `text` is the wording that was copied, null for the first. */
  markPosted: (card: Suggestion, text: string | null) => void;
  undo: () => void;
}

/** Decisions are shown at once and kept behind; a refused one puts the card back in hand. */
export function useDeciding(offered: Suggestions | undefined): Deciding {
  const { t } = useWords();
  const notify = useNotify();
  const refresh = useRefresh();
  const { community } = usePlace();
  const [deck, turn] = useReducer(turned, emptyDeck);
  const past = useRef<Decided[]>([]);
  useEffect(() => {
    if (offered !== undefined) turn({ kind: "arrive", cards: offered.suggestions });
  }, [offered]);

  const failed = useCallback(
    (error: unknown) => notify({ text: failureSentence(error, t), tone: "failure" }),
    [notify, t],
  );

  const undo = useCallback(() => {
    const last = past.current.pop();
    if (last === undefined || last.until < Date.now()) {
      notify({ text: t("queue.nothing_to_undo") });
      return;
    }
    turn({ kind: "return", card: last.card });
    last.kept
      .then(() => post<Suggestion>(`/api/suggestions/${last.card.id}/undo`))
      .then(() => {
        notify({ text: t("queue.undone") });
        refresh(["suggestions", community.id]);
      })
      .catch((error: unknown) => {
        turn({ kind: "decide", id: last.card.id });
        failed(error);
      });
  }, [community.id, failed, notify, refresh, t]);

  const keep = useCallback(
    (card: Suggestion, kept: Promise<unknown>, said: Key, undoable: boolean) => {
      turn({ kind: "decide", id: card.id });
      if (undoable) past.current.push({ card, kept, until: Date.now() + UNDO_MS });
      notify({ text: t(said), lasts: UNDO_MS, ...(undoable ? { undo } : {}) });
      kept.catch((error: unknown) => {
        past.current = past.current.filter((decided) => decided.card.id !== card.id);
        turn({ kind: "return", card });
        failed(error);
        refresh(["suggestions", community.id]);
      });
    },
    [community.id, failed, notify, refresh, t, undo],
  );

  const review = useCallback(
    (card: Suggestion, body: SuggestionReview, said: Key) =>
      keep(card, post<SuggestionReviewed>(`/api/suggestions/${card.id}/review`, body), said, true),
    [keep],
  );
  const markPosted = useCallback(
    (card: Suggestion, text: string | null) =>
      keep(card, post<Suggestion>(`/api/suggestions/${card.id}/posted`, text === null ? undefined : { text }), "queue.said_posted", false),
    [keep],
  );
  return { deck, turn, review, markPosted, undo };
}
