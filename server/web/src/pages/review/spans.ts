import type { Citation, Claim } from "@/api/shapes";

export interface Stretch {
  text: string;
  marked: boolean;
}

/**
 * A text cut where spans begin and end. Spans count in Unicode code points, as Python does;
 * overlapping ones melt together and one that does not fit is left out.
 */
export function stretches(text: string, spans: readonly { start: number; end: number }[]): readonly Stretch[] {
  const points = Array.from(text);
  const fitting = spans
    .filter(({ start, end }) => start >= 0 && start < end && end <= points.length)
    .toSorted((one, other) => one.start - other.start);
  const cut: Stretch[] = [];
  let done = 0;
  for (const { start, end } of fitting) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    if (from > done) cut.push({ text: points.slice(done, from).join(""), marked: false });
    cut.push({ text: points.slice(from, end).join(""), marked: true });
    done = end;
  }
  if (done < points.length) cut.push({ text: points.slice(done).join(""), marked: false });
  return cut;
}

/** The next claim that waits for a decision, going round once; null when none does. */
export function nextOpen(claims: readonly Claim[], from: number): number | null {
  for (let ahead = 1; ahead <= claims.length; ahead += 1) {
    const place = (from + ahead) % claims.length;
    if (claims[place]?.state === "open") return place;
  }
  return null;
}

export function progressOf(claims: readonly Claim[]): { decided: number; approved: number; total: number } {
  return {
    decided: claims.filter((claim) => claim.state !== "open").length,
    approved: claims.filter((claim) => claim.state === "approved").length,
    total: claims.length,
  };
}

/** The sentences of a claim, each with its closing mark; where there is one only, its clauses. */
export function sentencesOf(text: string): string[] {
  const sentences = cut(text, /(?<=[。！？；!?;])\s*|(?<=\.)\s+/);
  return sentences.length > 1 ? sentences : cut(text, /(?<=[，,])\s*/);
}

function cut(text: string, at: RegExp): string[] {
  return text.split(at).map((part) => part.trim()).filter((part) => part !== "");
}

/** The open claims whose source carries them. */
export function greenOf(claims: readonly Claim[]): Claim[] {
  return claims.filter((claim) => claim.state === "open" && claim.supported);
}

/** The first open claim behind a place, for putting two together. */
export function openBehind(claims: readonly Claim[], place: number): Claim | undefined {
  return claims.slice(place + 1).find((claim) => claim.state === "open");
}

/** The first claim that stays open once all that have a source are approved. */
export function nextLeft(claims: readonly Claim[]): number | null {
  const place = claims.findIndex((claim) => claim.state === "open" && !claim.supported);
  return place < 0 ? null : place;
}

/** The messages a claim rests on, each once, with every span of it that is cited. */
export function byMessage(citations: readonly Citation[]): readonly { said: Citation; marks: readonly Citation[] }[] {
  const firsts = citations.filter((one, place) => citations.findIndex((other) => other.message_id === one.message_id) === place);
  return firsts.map((said) => ({ said, marks: citations.filter((citation) => citation.message_id === said.message_id) }));
}

/** Places of what stands against each other: one group for each side number that two or more share. */
export function sidesOf(all: readonly { side: number | null }[]): number[][] {
  const numbers = [...new Set(all.map((one) => one.side))].filter((side) => side !== null);
  return numbers.map((side) => all.flatMap((one, place) => (one.side === side ? [place] : []))).filter((places) => places.length > 1);
}
