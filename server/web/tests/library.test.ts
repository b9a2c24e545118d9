import { expect, test } from "vitest";
import { piecesOf } from "@/pages/library/Marked";

test("what was found is marked, the rest stands around it", () => {
  expect(piecesOf("老客户压价", [{ start: 1, end: 3 }])).toEqual([
    { text: "老", marked: false },
    { text: "客户", marked: true },
    { text: "压价", marked: false },
  ]);
});

test("an emoji is one letter, as the server counts", () => {
  expect(piecesOf("🔥复盘", [{ start: 1, end: 3 }])).toEqual([
    { text: "🔥", marked: false },
    { text: "复盘", marked: true },
  ]);
  expect(piecesOf("", [])).toEqual([]);
});
