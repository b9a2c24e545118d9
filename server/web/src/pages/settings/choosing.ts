import type { Chosen } from "@/api/shapes";
import type { Key } from "@/words/words";

export type Name = keyof Chosen;
export type Draft = Partial<Chosen>;

/** How sure a draft must be, in words; numbers are scores 0–5 (docs/gate.md). */
export const STEPS: readonly { value: number; words: Key }[] = [
  { value: 1, words: "settings.threshold.lots" },
  { value: 1.3, words: "settings.threshold.more" },
  { value: 1.6, words: "settings.threshold.usual" },
  { value: 2, words: "settings.threshold.fewer" },
  { value: 2.5, words: "settings.threshold.few" },
];

export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What is chosen, with what was changed on the page. */
export function shownIn(chosen: Chosen, draft: Draft): Chosen {
  return { ...chosen, ...draft };
}

/** The draft with one change more; what is as it was kept is no change. */
export function changed<N extends Name>(chosen: Chosen, draft: Draft, name: N, value: Chosen[N]): Draft {
  const rest = Object.fromEntries(Object.entries(draft).filter(([other]) => other !== name));
  return same(chosen[name], value) ? rest : { ...rest, [name]: value };
}

/** The values before a draft was kept, to change back to. */
export function before(chosen: Chosen, draft: Draft): Draft {
  return Object.fromEntries(Object.keys(draft).map((name) => [name, chosen[name as Name]]));
}

/** A list with a word or day more: no repeats, no empty ones. */
export function withWord(list: readonly string[], word: string): string[] {
  const clean = word.trim().replace(/\s+/g, " ");
  return clean === "" || list.includes(clean) ? [...list] : [...list, clean];
}

export function withDay(list: readonly string[], day: string): string[] {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? withWord(list, day).sort() : [...list];
}

export function without(list: readonly string[], word: string): string[] {
  return list.filter((each) => each !== word);
}

/** A list with one word put differently; as it is where that is empty or stands there already. */
export function reworded(list: readonly string[], at: number, word: string): string[] {
  const clean = word.trim().replace(/\s+/g, " ");
  return clean === "" || list.includes(clean) ? [...list] : list.map((each, other) => (other === at ? clean : each));
}

/** A list with one word a place further up (-1) or down (1); at its ends as it is. */
export function shifted(list: readonly string[], at: number, by: -1 | 1): string[] {
  const next = [...list];
  const [one, other] = [next[at], next[at + by]];
  if (one === undefined || other === undefined) return next;
  next[at] = other;
  next[at + by] = one;
  return next;
}

/** The tokens of a day, read and written. */
export function spentIn(day: { tokens_in: number; tokens_out: number } | undefined): number {
  return day === undefined ? 0 : day.tokens_in + day.tokens_out;
}

/** Drafts outlive the page they are on, until they are saved or discarded. */
export const kept = new Map<number, Draft>();
