import { expect, test } from "vitest";
import { piecesOf } from "@/pages/library/Marked";
import { saysAlready } from "@/pages/library/quoting";

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

test("a quote is shown only where the sentence does not say it in the same words", () => {
  expect(saysAlready("老陆：按中间那批算，写够40分钟可以停笔", "按中间那批算,写够40分钟可以停笔。")).toBe(true);
  expect(saysAlready("Kofi: count to eight. Then wait", "Count to 8, then wait")).toBe(false);
  expect(saysAlready("晚上九点以后的消息第二天统一回", "晚上九点以后的消息第二天早上八点统一回")).toBe(false);
});
