import { ApiError, writeHeaders } from "./call";
import type { Facts } from "@/words/sentence";

export interface Piece {
  event: string;
  body: string;
}

/** The whole events in a text of server-sent events, and what is left of an unfinished one. */
export function piecesOf(text: string): { pieces: Piece[]; rest: string } {
  const blocks = text.replaceAll("\r\n", "\n").split("\n\n");
  const rest = blocks.pop() ?? "";
  const pieces = blocks.map((block) => {
    const lines = block.split("\n");
    const field = (name: string) => lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).replace(/^ /, ""));
    return { event: field("event").join(""), body: field("data").join("\n") };
  });
  return { pieces: pieces.filter((piece) => piece.event !== ""), rest };
}

/** Post, and hear each event of the answer as it comes. */
export async function postAndHear(path: string, body: unknown, hear: (piece: Piece) => void): Promise<void> {
  const response = await fetch(path, {
    method: "POST",
    headers: { ...writeHeaders(), "Content-Type": "application/json", Accept: "text/event-stream" },
    body: JSON.stringify(body),
    credentials: "same-origin",
  }).catch(() => {
    throw new ApiError(0, "unreachable", "");
  });
  if (!response.ok || response.body === null) {
    const refusal = (await response.json().catch(() => ({}))) as { code?: string; message?: string; facts?: Facts };
    throw new ApiError(response.status, refusal.code ?? "", refusal.message ?? "", refusal.facts);
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new ApiError(0, "unreachable", "");
    });
    if (done) return;
    const found = piecesOf(rest + value);
    rest = found.rest;
    found.pieces.forEach(hear);
  }
}
