import type { Cited } from "@/api/shapes";

export type Piece = { kind: "words"; text: string } | { kind: "mark"; number: number; cited: Cited };

const MARK = /\s?\[(\d{1,18})\]/g;

/** A text cut at its marks; each cited message has one number, in the order in which it first appears. */
export function pieces(text: string, cited: readonly Cited[]): readonly Piece[] {
  const known = new Map(cited.map((one) => [one.id, one]));
  const numbers = new Map<number, number>();
  const cut: Piece[] = [];
  let from = 0;
  for (const mark of text.matchAll(MARK)) {
    const found = known.get(Number(mark[1]));
    if (found === undefined) continue;
    if (!numbers.has(found.id)) numbers.set(found.id, numbers.size + 1);
    if (mark.index > from) cut.push({ kind: "words", text: text.slice(from, mark.index) });
    cut.push({ kind: "mark", number: numbers.get(found.id) ?? 0, cited: found });
    from = mark.index + mark[0].length;
  }
  if (from < text.length) cut.push({ kind: "words", text: text.slice(from) });
  return cut;
}

/** The text as it may leave the product, without the marks that lead nowhere else. */
export function withoutMarks(text: string, cited: readonly Cited[]): string {
  return pieces(text, cited)
    .map((piece) => (piece.kind === "words" ? piece.text : ""))
    .join("");
}
