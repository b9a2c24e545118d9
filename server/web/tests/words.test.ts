import { describe, expect, test } from "vitest";
import en from "../../locales/en/web.json";
import zh from "../../locales/zh/web.json";
import { filled, firstLanguage, sentence } from "@/words/sentence";

const places = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe("the words of the pages", () => {
  test("both languages say the same things", () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  test("no sentence is empty, and both name the same facts", () => {
    const others: Record<string, string> = en;
    const uneven = Object.entries(zh).filter(([key, one]) => {
      const other = others[key] ?? "";
      return one.trim() === "" || other.trim() === "" || (!key.endsWith(".one") && places(one).join() !== places(other).join());
    });
    expect(uneven).toEqual([]);
  });
});

describe("a sentence", () => {
  test("is filled with its facts, and a missing fact stays visible", () => {
    expect(filled("{a} and {b}", { a: 1 })).toBe("1 and {b}");
  });

  test("uses the form for one where there is one", () => {
    const shelf = { cards: "{count} cards", "cards.one": "one card" };
    expect([1, 2].map((count) => sentence(shelf, "cards", { count }))).toEqual(["one card", "2 cards"]);
  });
});

test("the language is the chosen one, else what the browser asks for first", () => {
  expect(firstLanguage("zh", ["en-GB"])).toBe("zh");
  expect(firstLanguage(null, ["fr", "zh-TW", "en"])).toBe("zh");
  expect(firstLanguage(null, ["fr"])).toBe("en");
});
