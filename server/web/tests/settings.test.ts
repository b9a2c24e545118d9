import { describe, expect, test } from "vitest";
import type { Chosen } from "@/api/shapes";
import { before, changed, shownIn, withDay, without, withWord } from "@/pages/settings/choosing";

const chosen: Chosen = {
  open_from: 7,
  open_until: 23,
  posts_per_day: 3,
  threshold: 1.6,
  holidays: [],
  calendar: "auto",
  untouchable: [],
  off: ["poll"],
  house_rules: [],
  offence_threshold: 0.5,
  advert_threshold: 0.5,
  two_person_rule: true,
  remove_adverts: false,
};

describe("changes that are not saved yet", () => {
  test("count only where they differ from what is kept", () => {
    const once = changed(chosen, {}, "posts_per_day", 1);
    expect(once).toEqual({ posts_per_day: 1 });
    expect(changed(chosen, once, "posts_per_day", 3)).toEqual({});
    expect(changed(chosen, once, "off", ["poll"])).toEqual({ posts_per_day: 1 });
  });

  test("show on the page and can be changed back", () => {
    const draft = changed(chosen, {}, "off", ["poll", "provoke"]);
    expect(shownIn(chosen, draft).off).toEqual(["poll", "provoke"]);
    expect(before(chosen, draft)).toEqual({ off: ["poll"] });
  });
});

describe("lists", () => {
  test("take a word once and clean, and days in order", () => {
    expect(withWord(["薪资"], "  薪资 ")).toEqual(["薪资"]);
    expect(withWord(["薪资"], "   ")).toEqual(["薪资"]);
    expect(withDay(["2026-10-02"], "2026-10-01")).toEqual(["2026-10-01", "2026-10-02"]);
    expect(withDay([], "tomorrow")).toEqual([]);
    expect(without(["a", "b"], "a")).toEqual(["b"]);
  });
});
