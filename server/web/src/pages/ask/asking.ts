import { useRef, useState } from "react";
import { ApiError } from "@/api/call";
import { postAndHear, type Piece } from "@/api/stream";
import type { Answer, AnswerCitation } from "@/api/shapes";
import type { Facts } from "@/words/sentence";

type Sentence = Answer["sentences"][number];

/** An answer while it is written: nothing of it is kept yet. */
export interface Coming {
  text: string;
  follows: number | null;
  citations: readonly AnswerCitation[];
  sentences: readonly Sentence[];
}

/** What an answer has become after one more piece; the kept one ends it. */
export function heard(coming: Coming, piece: Piece): Coming | Answer {
  const said: unknown = JSON.parse(piece.body);
  switch (piece.event) {
    case "sources": // a second time where the answer begins anew
      return { ...coming, citations: (said as { citations: AnswerCitation[] }).citations, sentences: [] };
    case "sentence":
      return { ...coming, sentences: [...coming.sentences, said as Sentence] };
    case "done":
      return said as Answer;
    case "failed": {
      const { code, message, facts } = said as { code: string; message: string; facts: Facts };
      throw new ApiError(422, code, message, facts);
    }
    default:
      return coming;
  }
}

/** Questions in the order they follow each other, the newest thread first. */
export function threadsOf(answers: readonly Answer[]): Answer[][] {
  const known = new Map(answers.map((one) => [one.id, one]));
  const rootOf = (one: Answer): number => {
    const before = one.follows_id === null ? undefined : known.get(one.follows_id);
    return before === undefined ? one.id : rootOf(before);
  };
  const threads = new Map<number, Answer[]>();
  for (const one of [...answers].sort((a, b) => a.id - b.id)) {
    const root = rootOf(one);
    threads.set(root, [...(threads.get(root) ?? []), one]);
  }
  return [...threads.values()].sort((a, b) => (b.at(-1)?.id ?? 0) - (a.at(-1)?.id ?? 0));
}

export interface Asking {
  coming: Coming | null;
  error: unknown;
  ask: (text: string, follows: number | null) => Promise<boolean>;
}

/** Ask, and hold what has come so far; true once the answer is kept. */
export function useAsking(community: number, keep: (answer: Answer) => void): Asking {
  const [coming, setComing] = useState<Coming | null>(null);
  const [error, setError] = useState<unknown>(null);
  const busy = useRef(false);
  const ask = async (text: string, follows: number | null) => {
    if (busy.current) return false;
    busy.current = true;
    let now: Coming = { text, follows, citations: [], sentences: [] };
    const kept: Answer[] = [];
    setError(null);
    setComing(now);
    try {
      await postAndHear(`/api/communities/${community}/questions/stream`, { text, follows }, (piece) => {
        const next = heard(now, piece);
        if ("id" in next) {
          kept.push(next);
          keep(next);
        } else {
          now = next;
          setComing(next);
        }
      });
      if (kept.length === 0) throw new ApiError(0, "unreachable", "");
    } catch (failure) {
      setError(failure);
    } finally {
      busy.current = false;
      setComing(null);
    }
    return kept.length > 0;
  };
  return { coming, error, ask };
}
