import { expect, test } from "vitest";
import type { Message } from "@/api/shapes";
import { drawsThreads, mayMove, pickable, picture, sights, sureness } from "@/pages/room/heard";
import { message } from "./messages";

interface Tied {
  parent?: number | null;
  confidence?: number;
  by?: "platform" | "model" | "person";
  thread?: number | null;
}

function tied(id: number, { parent, confidence = 0.9, by = "model", thread = null }: Tied = {}, more: Partial<Message> = {}): Message {
  const answers = parent == null || by === "platform" ? null : { id: parent, author: "小林", text: "第一句" };
  return message(id, { thread, link: parent === undefined ? null : { parent_id: parent, confidence, by, answers }, ...more });
}

test("messages of one thread have one colour, and one that is alone has none", () => {
  const seen = sights([tied(1, { parent: null, thread: 1 }), tied(2, { parent: null, thread: 2 }), tied(3, { parent: 1, thread: 1 })]);
  expect([1, 2, 3].map((id) => seen.get(id)?.shade)).toEqual([1, null, 1]);
});

test("a message nobody has judged yet stands with what it replies to, else by itself", () => {
  const quoted = { id: 1, author: "小林", text: "第一句" };
  const seen = sights([tied(1, { parent: null, thread: 1 }), tied(2, {}, { reply_to: quoted }), tied(3)]);
  expect([2, 3].map((id) => seen.get(id)?.root)).toEqual([1, 3]);
});

test("the end of a thread whose beginning is not loaded is still drawn as one", () => {
  expect(sights([tied(9, { parent: 4, thread: 4 })]).get(9)?.shade).toBe(4);
});

test("what a message answers is said when it stands apart or is a guess, and not where the platform says it", () => {
  const seen = sights([
    tied(1, { parent: null, thread: 1 }),
    tied(2, { parent: 1, thread: 1 }),
    tied(3, { parent: 1, thread: 1 }),
    tied(4, { parent: 2, thread: 1 }),
    tied(5, { parent: 4, thread: 1, confidence: 0.49 }),
    tied(6, { parent: 1, thread: 1, by: "platform" }),
  ]);
  expect([2, 3, 4, 5, 6].map((id) => seen.get(id)?.answers?.id ?? null)).toEqual([null, null, 2, 4, null]);
  expect([4, 5].map((id) => seen.get(id)?.unsure)).toEqual([false, true]);
});

test("threads are drawn for hosts, and for everybody as they chose", () => {
  expect([drawsThreads("assistant", null), drawsThreads("member", null), drawsThreads("expert", null)]).toEqual([true, false, false]);
  expect([drawsThreads("owner", "off"), drawsThreads("member", "on")]).toEqual([false, true]);
});

test("hosts move any message, members their own, and nobody a private word or one taken back", () => {
  expect(mayMove(tied(1), "assistant", false)).toBe(true);
  expect(mayMove(tied(1), "expert", false)).toBe(false);
  expect(mayMove(tied(1), "member", true)).toBe(true);
  expect(mayMove(tied(1, {}, { private: true }), "owner", true)).toBe(false);
  expect(mayMove(tied(1, {}, { recalled: true }), "owner", false)).toBe(false);
});

test("a message may answer an earlier one everybody sees, but not the one it answers now", () => {
  const moved = tied(4, { parent: 1 });
  const talk = [tied(1), tied(2, {}, { private: true }), tied(3), moved, tied(5)];
  expect([...pickable(talk, moved)]).toEqual([3]);
});

test.each([
  [0.49, "guess"],
  [0.5, "likely"],
  [0.79, "likely"],
  [0.8, "sure"],
])("a confidence of %s is said as %s", (confidence, word) => {
  expect(sureness(confidence)).toBe(word);
});

test.each([
  ["grief", "heart"],
  ["advert", "flag"],
  ["question", "questions"],
  ["a_kind_of_tomorrow", "ear"],
])("the picture of %s is %s", (kind, name) => {
  expect(picture(kind)).toBe(name);
});
