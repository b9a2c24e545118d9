import { describe, expect, test } from "vitest";
import type { Chosen } from "@/api/shapes";
import { before, changed, reworded, shifted, shownIn, withDay, without, withWord } from "@/pages/settings/choosing";

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

describe("rules cited by their number", () => {
  test("are put differently in their place, once and clean", () => {
    expect(reworded(["不发广告", "不刷屏"], 1, "  别刷屏 ")).toEqual(["不发广告", "别刷屏"]);
    expect(reworded(["不发广告", "不刷屏"], 1, " ")).toEqual(["不发广告", "不刷屏"]);
    expect(reworded(["不发广告", "不刷屏"], 1, "不发广告")).toEqual(["不发广告", "不刷屏"]);
  });

  test("are carried one place up or down, at the ends nowhere", () => {
    expect(shifted(["a", "b", "c"], 1, -1)).toEqual(["b", "a", "c"]);
    expect(shifted(["a", "b", "c"], 1, 1)).toEqual(["a", "c", "b"]);
    expect(shifted(["a", "b", "c"], 0, -1)).toEqual(["a", "b", "c"]);
    expect(shifted(["a", "b", "c"], 2, 1)).toEqual(["a", "b", "c"]);
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
