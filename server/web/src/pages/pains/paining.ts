import { useMutation, useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { call, post, read } from "@/api/call";
import type { Pain, PainDecision, Pains } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { failureSentence } from "@/parts/parts";
import { useWords } from "@/words/words";

export function usePains() {
  const { community } = usePlace();
  return useQuery({ queryKey: ["pains", community.id], queryFn: () => read<Pains>(`/api/communities/${community.id}/pains`) });
}

/** The decisions that bring a pain point back to how it was, in order. */
export function takingBack(before: Pain, decided: PainDecision): PainDecision[] {
  const pinned: PainDecision[] = before.state === "pinned" ? [{ decision: "pin" }] : [];
  switch (decided.decision) {
    case "pin":
      return [{ decision: "unpin" }];
    case "unpin":
      return [{ decision: "pin" }];
    case "dismiss":
    case "merge":
      return [{ decision: "reopen" }, ...pinned];
    case "reopen":
      return before.merged_into === null ? [{ decision: "dismiss" }] : [{ decision: "merge", into: before.merged_into }];
    case "reword":
      return [{ decision: "reword", words: before.words === before.found_words ? "" : before.words }];
  }
}

export type Decide = (pain: Pain, ruling: PainDecision) => void;

export interface Deciding {
  decide: Decide;
  pending: boolean;
  ask: (pain: Pain) => void;
  undo: () => void;
}

/** Decide on a pain point; the last decision can be taken back, by the notice or by a key. */
export function useDeciding(): Deciding {
  const { t } = useWords();
  const last = useRef<(() => void) | null>(null);
  const { community } = usePlace();
  const notify = useNotify();
  const refresh = useRefresh();
  const settle = () => refresh(["pains", community.id]);
  const fail = (error: Error) => {
    notify({ text: failureSentence(error, t), tone: "failure" });
    settle();
  };
  const put = (id: number, ruling: PainDecision) => call<Pain>("PUT", `/api/pains/${id}`, ruling);
  const taking = useMutation({
    mutationFn: async ({ pain, rulings }: { pain: Pain; rulings: PainDecision[] }) => {
      for (const ruling of rulings) await put(pain.id, ruling);
    },
    onSuccess: settle,
    onError: fail,
  });
  const deciding = useMutation({
    mutationFn: ({ pain, ruling }: { pain: Pain; ruling: PainDecision }) => put(pain.id, ruling),
    onSuccess: (_, { pain, ruling }) => {
      const undo = () => {
        last.current = null;
        taking.mutate({ pain, rulings: takingBack(pain, ruling) });
      };
      last.current = undo;
      notify({ text: t(`pains.said_${ruling.decision}`), undo, lasts: 10_000 });
      settle();
    },
    onError: fail,
  });
  const asking = useMutation({
    mutationFn: (pain: Pain) => post<{ suggestion_id: number }>(`/api/pains/${pain.id}/ask`, {}),
    onSuccess: () => {
      notify({ text: t("pains.said_ask") });
      refresh(["suggestions", community.id]);
    },
    onError: fail,
  });
  return {
    ask: (pain) => asking.mutate(pain),
    decide: (pain, ruling) => deciding.mutate({ pain, ruling }),
    pending: deciding.isPending || taking.isPending || asking.isPending,
    undo: () => last.current?.(),
  };
}
