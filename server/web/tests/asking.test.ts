import { describe, expect, it } from "vitest";
import { piecesOf } from "@/api/stream";
import type { Answer } from "@/api/shapes";
import { heard, threadsOf, type Coming } from "@/pages/ask/asking";

const coming: Coming = { text: "问", follows: null, citations: [], sentences: [] };

function answer(id: number, follows: number | null = null): Answer {
  return { id, text: `第${id}问`, at: "2026-01-01T00:00:00Z", follows_id: follows, understood: "", failure: "", answered: false, sentences: [], citations: [], differences: [], nearest: [], state: "refused", passed_to: null, waiting: null, late: false, feedback: null };
}

describe("an answer that comes piece by piece", () => {
  it("is read event by event, and an unfinished one is kept back", () => {
    const { pieces, rest } = piecesOf(': open\n\nevent: sentence\r\ndata: {"a":1}\r\n\r\nevent: do');
    expect(pieces).toEqual([{ event: "sentence", body: '{"a":1}' }]);
    expect(rest).toBe("event: do");
  });

  it("gathers sentences and ends with what was kept", () => {
    const first = heard(coming, { event: "sentence", body: '{"text":"满48小时","numbers":[1]}' });
    expect(first).toMatchObject({ sentences: [{ text: "满48小时" }] });
    expect(heard(coming, { event: "done", body: JSON.stringify(answer(3)) })).toEqual(answer(3));
  });

  it("begins anew where its sources are told once more", () => {
    const first = heard(coming, { event: "sentence", body: '{"text":"半句","numbers":[1]}' });
    if ("id" in first) throw new Error("not kept yet");
    expect(heard(first, { event: "sources", body: '{"citations":[]}' })).toMatchObject({ sentences: [] });
  });

  it("fails with the server's own sentence", () => {
    expect(() => heard(coming, { event: "failed", body: '{"code":"question_empty","message":"还没有写问题","facts":{}}' })).toThrow("还没有写问题");
  });
});

describe("threads of questions", () => {
  it("stand in the order they follow each other, the newest thread first", () => {
    const threads = threadsOf([answer(5, 1), answer(4), answer(2, 1), answer(1), answer(9, 7)]);
    expect(threads.map((thread) => thread.map((one) => one.id))).toEqual([[9], [1, 2, 5], [4]]);
  });
});
