import { useMutation, useQuery } from "@tanstack/react-query";
import { createContext, use } from "react";
import { call, post, read } from "@/api/call";
import type { Correction, Message, Messages, SignalKind } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { useRefresh } from "@/app/session";
import type { Key } from "@/words/words";
import { useWords } from "@/words/words";
import type { Sight } from "./heard";
import { useFailed } from "./speaking";

/** What a line of the talk knows of the threads around it. */
export interface Hearing {
  /** Whether threads and marks are drawn. */
  drawn: boolean;
  sights: ReadonlyMap<number, Sight>;
  /** Show one thread alone; null inside such a view. */
  open: ((message: Message) => void) | null;
  /** The message that is being moved, and those it may answer. */
  moved: Message | null;
  targets: ReadonlySet<number>;
  move: (message: Message | null) => void;
  pick: (parent: number | null) => void;
}

const HearingContext = createContext<Hearing | null>(null);
export const HearingProvider = HearingContext;

export function useHearing(): Hearing {
  const hearing = use(HearingContext);
  if (hearing === null) throw new Error("nothing is heard here");
  return hearing;
}

export function useThread(zone: number, message: number) {
  return useQuery({
    queryKey: ["messages", zone, "thread", message],
    queryFn: () => read<Messages>(`/api/messages/${message}/thread`),
  });
}

export function useSignalKinds(wanted: boolean) {
  return useQuery({
    queryKey: ["signal-kinds"],
    queryFn: () => read<SignalKind[]>("/api/signal-kinds"),
    enabled: wanted,
    staleTime: Infinity,
  });
}

function useUndoing(zone: number) {
  const { t } = useWords();
  const notify = useNotify();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (correction: number) => post<Correction>(`/api/corrections/${correction}/undo`),
    onSuccess: () => {
      refresh(["messages", zone]);
      notify({ text: t("room.said_undone") });
    },
    onError: useFailed(),
  });
}

/** A correction, said once it is kept, with a way back. */
function useCorrecting<Given>(zone: number, correct: (given: Given) => Promise<Correction>, said: (given: Given) => Key) {
  const { t } = useWords();
  const notify = useNotify();
  const refresh = useRefresh();
  const undo = useUndoing(zone);
  return useMutation({
    mutationFn: correct,
    onSuccess: (kept, given) => {
      refresh(["messages", zone]);
      notify({ text: t(said(given)), lasts: 10_000, undo: () => undo.mutate(kept.id) });
    },
    onError: useFailed(),
  });
}

export function useMove(zone: number) {
  return useCorrecting(
    zone,
    ({ id, parent }: { id: number; parent: number | null }) => call<Correction>("PUT", `/api/messages/${id}/link`, { parent_id: parent }),
    () => "room.said_moved",
  );
}

export interface Judged {
  mark: number;
  verdict: "right" | "wrong";
  kind?: SignalKind;
}

export function useJudge(zone: number) {
  return useCorrecting(
    zone,
    ({ mark, verdict, kind }: Judged) => post<Correction>(`/api/marks/${mark}/judge`, { verdict, kind: kind ?? null }),
    ({ verdict }) => (verdict === "right" ? "room.said_right" : "room.said_wrong"),
  );
}

export { useUndoing };
