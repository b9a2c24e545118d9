import { expect, test } from "vitest";
import { dayBefore, dayOf, momentWord, nextHour } from "@/words/clock";

const now = new Date("2026-05-01T10:00:00Z");

test("a day is the day of the community's zone", () => {
  expect(dayOf(new Date("2026-05-01T17:30:00Z"), "Asia/Shanghai")).toBe("2026-05-02");
});

test.each([
  ["2026-05-01T09:55:00Z", "5分钟前"],
  ["2026-05-01T02:05:00Z", "今天 10:05"],
  ["2026-04-30T12:00:00Z", "昨天 20:00"],
  ["2026-04-20T12:00:00Z", "4月20日周一 20:00"],
])("%s is said as %s", (at, said) => {
  expect(momentWord(new Date(at), now, "zh", "Asia/Shanghai")).toBe(said);
});

test("the next hour is in the future and at the zone's own clock", () => {
  expect(nextHour(now, 20, 0, "Asia/Shanghai").toISOString()).toBe("2026-05-01T12:00:00.000Z");
  expect(nextHour(now, 9, 0, "Asia/Shanghai").toISOString()).toBe("2026-05-02T01:00:00.000Z");
  expect(nextHour(now, 9, 1, "Asia/Shanghai").toISOString()).toBe("2026-05-02T01:00:00.000Z");
});

test("the clock of the zone holds across a change to summer time", () => {
  const eve = new Date("2026-03-28T12:00:00Z");
  expect(nextHour(eve, 9, 1, "Europe/Lisbon").toISOString()).toBe("2026-03-29T08:00:00.000Z");
});

test("the day before is counted on the community's calendar", () => {
  const late = new Date("2026-03-08T23:30:00Z");
  expect(dayBefore(late, 0, "Asia/Shanghai")).toBe("2026-03-09");
  expect(dayBefore(late, 0, "America/New_York")).toBe("2026-03-08");
  expect(dayBefore(late, 7, "Asia/Shanghai")).toBe("2026-03-02");
});
