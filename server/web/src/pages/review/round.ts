import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ApiError, call, read } from "@/api/call";
import type { RunningRound } from "@/api/shapes";
import { useNotify } from "@/app/notices";
import { usePlace, useRefresh } from "@/app/session";
import { failureSentence } from "@/parts/parts";
import type { Facts } from "@/words/sentence";
import { useWords, type Words } from "@/words/words";
import { beyondSource } from "./reviewing";

/** A round with the moment it was heard of: the clock of this screen counts on from there. */
export interface Heard {
  round: RunningRound;
  at: number;
}

/** Seconds left of the time there is; negative when it is over. */
export function secondsLeft({ round, at }: Heard, now: number): number {
  return round.paused ? round.seconds_left : Math.round(round.seconds_left - (now - at) / 1000);
}

/** Minutes and seconds, as a clock shows them. */
export function clockOf(seconds: number): string {
  const whole = Math.abs(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** The minutes of a round: what was agreed, dropped and parked, and what nobody answered. */
export function minutesOf(round: RunningRound, date: string, t: (key: Parameters<Words["t"]>[0], facts?: Facts) => string): string {
  const lines = [t("round.minutes_head", { date })];
  if (round.present.length > 0) lines.push(t("round.minutes_present", { names: round.present.join(t("word.and_between")) }));
  const of = (outcome: RunningRound["settled"][number]["outcome"]) =>
    round.settled
      .filter((one) => one.outcome === outcome && one.text !== "")
      .map((one) => (one.agree + one.against === 0 ? one.text : `${one.text} ${t("round.votes", { agree: one.agree, against: one.against })}`));
  const parts = [
    ["round.minutes_agreed", of("agreed")],
    ["round.minutes_dropped", of("dropped")],
    ["round.minutes_parked", of("parked")],
    ["round.minutes_open", round.open_questions],
  ] as const;
  for (const [key, texts] of parts) if (texts.length > 0) lines.push("", t(key), ...texts.map((text) => `- ${text}`));
  return lines.join("\n");
}

interface Kept {
  round: RunningRound | null;
}

/** The round of the community, the same on every screen; it follows what other screens do. */
export function useRound() {
  const { community } = usePlace();
  return useQuery({
    queryKey: ["round-running", community.id],
    queryFn: () => read<Kept>(`/api/communities/${community.id}/round/running`),
    staleTime: 0,
    refetchInterval: 20_000,
  });
}

/** Whoever has the round on their screen is present, in its minutes too. */
export function useJoining(round: RunningRound) {
  const { community } = usePlace();
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (id: number) => call<RunningRound>("POST", `/api/rounds/${id}/join`, {}),
    onSuccess: (joined) => client.setQueryData<Kept>(["round-running", community.id], { round: joined }),
  });
  const missing = !round.present.includes(community.member_name);
  useEffect(() => {
    if (missing) mutate(round.id);
  }, [missing, mutate, round.id]);
}

interface Step {
  method: "POST" | "PUT";
  path: string;
  body?: object;
}

/** What can be done in a round; where another screen was first, this one follows it. */
export function useRunning() {
  const { t } = useWords();
  const notify = useNotify();
  const client = useQueryClient();
  const refresh = useRefresh();
  const { community } = usePlace();
  const key = ["round-running", community.id];
  const [doubt, setDoubt] = useState<string | null>(null);
  const step = useMutation({
    mutationFn: ({ method, path, body }: Step) => call<RunningRound>(method, `/api/${path}`, body ?? {}),
    onSuccess: (round) => {
      setDoubt(null);
      client.setQueryData<Kept>(key, { round });
      refresh(["distillations", community.id]);
    },
    onError: (error) => {
      setDoubt(beyondSource(error));
      if (beyondSource(error) !== null) return;
      if (error instanceof ApiError && error.status === 409) void client.invalidateQueries({ queryKey: key });
      notify({ text: failureSentence(error, t), tone: "failure" });
    },
  });
  const begin = (present: string[]) => step.mutate({ method: "POST", path: `communities/${community.id}/round`, body: { present } });
  return { step, begin, busy: step.isPending, doubt, calm: () => setDoubt(null) };
}
