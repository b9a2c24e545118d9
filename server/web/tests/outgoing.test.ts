import { describe, expect, test } from "vitest";
import type { Suggestion } from "@/api/shapes";
import { answersPaste, measured, outgoing, unfit } from "@/pages/queue/outgoing";

const draft: Pick<Suggestion, "audience" | "text" | "cited" | "effect" | "to_name" | "from_history" | "anchors" | "platform"> = {
  audience: "public",
  text: "许冉问的还没人回。",
  cited: [],
  effect: null,
  to_name: null,
  from_history: false,
  anchors: [],
  platform: { max_characters: 8000, private: true },
};
const effect = { says: "在微信里撤下这条", notice: "这条是广告，群里不发。", notice_down: null, editable: false, by_hand: true };

function card(more: Partial<Suggestion>): Suggestion {
  return { ...draft, ...more } as Suggestion;
}

describe("what a person carries out by hand", () => {
  test("is the draft where it goes to the group or to one member", () => {
    expect(outgoing(card({}))).toBe("许冉问的还没人回。");
    expect(outgoing(card({ audience: "private", to_name: "许冉" }))).toBe("许冉问的还没人回。");
  });

  test("is the notice alone where a message is taken down, never the advice to the host", () => {
    expect(outgoing(card({ audience: "facilitator", text: "建议撤下", effect }))).toBe(effect.notice);
  });

  test("is nothing where the words are for the host, for nobody, or where it is done here", () => {
    expect(outgoing(card({ audience: "facilitator" }))).toBeNull();
    expect(outgoing(card({ audience: "private" }))).toBeNull();
    expect(outgoing(card({ audience: "facilitator", effect: { ...effect, by_hand: false } }))).toBeNull();
  });
});

describe("the drafts of a paste", () => {
  const anchor = { id: 7, author: "许冉", text: "", at: "2026-03-02T09:10:00Z" };

  test("answer one of its messages", () => {
    expect(answersPaste(card({ anchors: [anchor] }), { message_ids: [6, 7] })).toBe(true);
    expect(answersPaste(card({ anchors: [anchor] }), { message_ids: [8] })).toBe(false);
    expect(answersPaste(card({}), { message_ids: [7] })).toBe(false);
  });
});

describe("what the platform does not take", () => {
  const short = { max_characters: 5, private: false };

  test("is counted without the marks that do not leave", () => {
    const text = "许冉问的 [12]";
    const cited = [{ id: 12, author: "许冉", text: "", at: "2026-03-02T09:10:00Z" }];
    expect(measured(card({ platform: short, cited }), text)).toEqual({ count: 4, over: 0 });
    expect(measured(card({ platform: short }), "👍👍👍👍👍👍")).toEqual({ count: 6, over: 1 });
  });

  test("is told before anybody accepts it", () => {
    expect(unfit(card({ platform: { max_characters: 9, private: true } }))).toBeNull();
    expect(unfit(card({ platform: short }))).toEqual({ key: "queue.too_long", facts: { count: 4, limit: 5 } });
    expect(unfit(card({ platform: short, audience: "private", to_name: "许冉" }))?.key).toBe("queue.not_private");
  });

  test("holds nothing back that is never posted", () => {
    expect(unfit(card({ platform: short, audience: "facilitator" }))).toBeNull();
    expect(unfit(card({ platform: short, effect }))).toBeNull();
  });
});
