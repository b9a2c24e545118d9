import type { Cited } from "@/api/shapes";

export type Piece = { kind: "words"; text: string } | { kind: "mark"; number: number; cited: Cited };

const MARK = /\s?\[(\d{1,18})\]/g;

/** The numbers of the cited messages of a text, in the order in which they first appear. */
function numbersOf(text: string, cited: readonly Cited[]): ReadonlyMap<number, number> {
  const known = new Set(cited.map((one) => one.id));
  const found = new Set([...text.matchAll(MARK)].map((mark) => Number(mark[1])).filter((id) => known.has(id)));
  return new Map([...found].map((id, at) => [id, at + 1]));
}

/** A text cut at its marks; each cited message has one number, in the order in which it first appears. */
export function pieces(text: string, cited: readonly Cited[]): readonly Piece[] {
  const known = new Map(cited.map((one) => [one.id, one]));
  const numbers = numbersOf(text, cited);
  const cut: Piece[] = [];
  let from = 0;
  for (const mark of text.matchAll(MARK)) {
    const found = known.get(Number(mark[1]));
    if (found === undefined) continue;
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

/** As `numbersOf`; none where the text has such a number in brackets of its own. */
function editableNumbers(text: string, cited: readonly Cited[]): ReadonlyMap<number, number> {
  const numbers = numbersOf(text, cited);
  const plain = [...text.matchAll(MARK)].map((mark) => Number(mark[1])).filter((id) => !numbers.has(id));
  return plain.some((number) => number <= numbers.size) ? new Map() : numbers;
}

/** The text as somebody edits it: each mark with the number the page shows in place of an id. */
export function forEditing(text: string, cited: readonly Cited[]): string {
  const numbers = editableNumbers(text, cited);
  return text.replace(MARK, (mark: string, id: string) => mark.replace(id, String(numbers.get(Number(id)) ?? id)));
}

/** An edited text with the ids its marks stand for; `first` is the text whose numbers were shown. */
export function afterEditing(text: string, first: string, cited: readonly Cited[]): string {
  const ids = new Map([...editableNumbers(first, cited)].map(([id, number]) => [number, id]));
  return text.replace(MARK, (mark: string, number: string) => mark.replace(number, String(ids.get(Number(number)) ?? number)));
}
