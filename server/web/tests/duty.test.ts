import { describe, expect, test } from "vitest";
import en from "../../locales/en/web_owed.json";
import zh from "../../locales/zh/web_owed.json";
import { countdown, dayAfter, waited } from "@/pages/duty/countdown";
import { wanted } from "@/pages/room/arriving";
import { sentence } from "@/words/sentence";

const NOW = new Date("2026-03-02T02:00:00Z");
const inMinutes = (minutes: number) => countdown(new Date(NOW.getTime() + minutes * 60_000), NOW);
const words = (minutes: number, shelf: Record<string, string>) => {
  const { key, facts } = inMinutes(minutes);
  return sentence(shelf, key, facts);
};

describe("a countdown", () => {
  test.each([
    [12, "还有 12 分钟", "due in 12 min"],
    [150, "还有 3 小时", "due in 3 h"],
    [3 * 24 * 60, "还有 3 天", "due in 3 days"],
    [-120, "超了 2 小时", "2 h over"],
    [-5.5, "超了 5 分钟", "5 min over"],
    [-0.5, "正好到点", "due now"],
  ])("says %d minutes in words", (minutes, chinese, english) => {
    expect([words(minutes, zh), words(minutes, en)]).toEqual([chinese, english]);
  });

  test("is over from the moment it is due", () => {
    expect([inMinutes(0.1).over, inMinutes(-0.1).over]).toEqual([false, true]);
  });
});

test("days go over the end of a month", () => {
  expect([dayAfter("2026-02-28", 1), dayAfter("2026-03-02", -7)]).toEqual(["2026-03-01", "2026-02-23"]);
});

test("a wait is told in minutes, then in hours", () => {
  expect([waited(0.2).facts.count, waited(50).key, waited(300).facts.count]).toEqual([1, "owed.minutes", 5]);
});

test("an address leads to a message to see or to answer, or nowhere", () => {
  expect(wanted("reply=12")).toEqual({ id: 12, reply: true });
  expect(wanted("at=7")).toEqual({ id: 7, reply: false });
  expect([wanted(""), wanted("at=x"), wanted("reply=-1")]).toEqual([null, null, null]);
});
