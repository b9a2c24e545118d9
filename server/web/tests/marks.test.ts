import { expect, test } from "vitest";
import type { Cited } from "@/api/shapes";
import { afterEditing, forEditing, pieces, withoutMarks } from "@/words/marks";

const cited: readonly Cited[] = [353, 361].map((id) => ({ id, author: "许冉", at: "2026-05-01T10:00:00Z", text: "第二页放题" }));

function drawn(text: string): string {
  return pieces(text, cited)
    .map((piece) => (piece.kind === "words" ? piece.text : `<${piece.number}:${piece.cited.id}>`))
    .join("");
}

test("marks are numbered in the order in which they appear, the same message by the same number", () => {
  expect(drawn("拆两页[361]，再删[353][361]。")).toBe("拆两页<1:361>，再删<2:353><1:361>。");
});

test("a number in brackets that cites nothing stays as it was written", () => {
  expect(drawn("第[1]条，见 [353]")).toBe("第[1]条，见<1:353>");
});

test.each([
  ["Split it [353]. Then cut [361].", "Split it. Then cut."],
  ["第[1]条[353]", "第[1]条"],
  ["没有出处", "没有出处"],
])("what leaves the product has no ids of ours: %s", (text, left) => {
  expect(withoutMarks(text, cited)).toBe(left);
});

test("who edits a draft reads the numbers of the card, and what is sent has the ids again", () => {
  const first = "拆两页[361]，再删 [353][361]。第[7]条";
  expect(forEditing(first, cited)).toBe("拆两页[1]，再删 [2][1]。第[7]条");
  expect(afterEditing(forEditing(first, cited), first, cited)).toBe(first);
  const own = "第[1]条，见 [353]";
  expect(afterEditing(forEditing(own, cited), own, cited)).toBe(own);
  expect(afterEditing("先删 [2]，第[7]条", first, cited)).toBe("先删 [353]，第[7]条");
});
