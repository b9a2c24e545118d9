import type { Facts } from "@/words/sentence";
import type { Round, RoundPoint } from "@/api/shapes";
import type { Words } from "@/words/words";

export type Outcome = "agreed" | "dropped" | "parked";

export interface Settled {
  claim: number;
  text: string;
  outcome: Outcome;
}

/** A round as it goes: what is on the agenda, what became of it, who is here, and since when. */
export interface Going {
  points: RoundPoint[];
  questions: string[];
  settled: Settled[];
  present: string[];
  /** In whose name the decisions are made. */
  by: string;
  begun: number;
  /** Milliseconds the clock stood still. */
  stood: number;
  /** Since when it stands still; null while it runs. */
  since: number | null;
  ended: boolean;
}

export function beginning(round: Round, present: string[], now: number): Going {
  return { points: round.points, questions: round.open_questions, settled: [], present, by: round.people[0]?.name ?? "", begun: now, stood: 0, since: null, ended: false };
}

/** Seconds left of the time there is; negative when it is over. */
export function secondsLeft(going: Going, minutes: number, now: number): number {
  const standing = going.since === null ? 0 : now - going.since;
  return Math.round(minutes * 60 - (now - going.begun - going.stood - standing) / 1000);
}

/** Minutes and seconds, as a clock shows them. */
export function clockOf(seconds: number): string {
  const whole = Math.abs(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** The minutes of a round: what was agreed, dropped and parked, and what nobody answered. */
export function minutesOf(going: Going, date: string, t: (key: Parameters<Words["t"]>[0], facts?: Facts) => string): string {
  const lines = [t("round.minutes_head", { date })];
  if (going.present.length > 0) lines.push(t("round.minutes_present", { names: going.present.join(t("word.and_between")) }));
  const parts = [
    ["round.minutes_agreed", going.settled.filter((one) => one.outcome === "agreed").map((one) => one.text)],
    ["round.minutes_dropped", going.settled.filter((one) => one.outcome === "dropped").map((one) => one.text)],
    ["round.minutes_parked", going.settled.filter((one) => one.outcome === "parked").map((one) => one.text)],
    ["round.minutes_open", going.questions],
  ] as const;
  for (const [key, texts] of parts) if (texts.length > 0) lines.push("", t(key), ...texts.map((text) => `- ${text}`));
  return lines.join("\n");
}

const KEPT = "simmer.round";

export function keptRound(community: number): Going | null {
  const kept = sessionStorage.getItem(`${KEPT}.${community}`);
  return kept === null ? null : (JSON.parse(kept) as Going);
}

export function keepRound(community: number, going: Going | null): void {
  if (going === null) sessionStorage.removeItem(`${KEPT}.${community}`);
  else sessionStorage.setItem(`${KEPT}.${community}`, JSON.stringify(going));
}
