import type { Span } from "@/api/shapes";

export interface Piece {
  text: string;
  marked: boolean;
}

/** A text in pieces; the server counts letters as whole characters, also those of two halves. */
export function piecesOf(text: string, spans: readonly Span[]): Piece[] {
  const letters = Array.from(text);
  const pieces: Piece[] = [];
  let at = 0;
  const push = (from: number, to: number, marked: boolean) => {
    if (to > from) pieces.push({ text: letters.slice(from, to).join(""), marked });
  };
  for (const span of spans) {
    push(at, span.start, false);
    push(span.start, span.end, true);
    at = span.end;
  }
  push(at, letters.length, false);
  return pieces;
}

export function Marked({ text, spans }: { text: string; spans: readonly Span[] }) {
  return piecesOf(text, spans).map((piece, at) => (piece.marked ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>));
}
