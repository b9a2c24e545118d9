import type { Facts } from "@/words/sentence";
import type { Key } from "@/words/words";

const MINUTE = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;

export interface Countdown {
  over: boolean;
  key: Key;
  facts: Facts;
}

/** How long until something is due, or how long it is over: minutes in the hour, hours in two days, then days. */
export function countdown(due: Date, now: Date): Countdown {
  const left = (due.getTime() - now.getTime()) / MINUTE;
  const over = left < 0;
  const minutes = over ? Math.floor(-left) : Math.ceil(left);
  if (minutes < 1) return { over, key: "owed.now", facts: {} };
  const word = over ? "over" : "in";
  if (minutes < HOUR) return { over, key: `owed.${word}_minutes`, facts: { count: minutes } };
  if (minutes < 2 * DAY) return { over, key: `owed.${word}_hours`, facts: { count: Math.round(minutes / HOUR) } };
  return { over, key: `owed.${word}_days`, facts: { count: Math.round(minutes / DAY) } };
}

/** A day as YYYY-MM-DD, some days on; days have no time zone here. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY * MINUTE).toISOString().slice(0, 10);
}

/** How long people waited, in words: minutes, then hours. */
export function waited(minutes: number): { key: Key; facts: Facts } {
  if (minutes < 2 * HOUR) return { key: "owed.minutes", facts: { count: Math.max(1, Math.round(minutes)) } };
  return { key: "owed.hours", facts: { count: Math.round(minutes / HOUR) } };
}
