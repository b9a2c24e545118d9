import { expect, test } from "vitest";
import { spentIn } from "@/pages/settings/choosing";
import { countWord, moneyWord } from "@/words/money";

test("less than a hundredth still says something", () => {
  expect(moneyWord(0.00271, "EUR", "en")).toBe("€0.0027");
  expect(moneyWord(0, "EUR", "en")).toBe("€0.00");
  expect(moneyWord(1.239, "CNY", "zh")).toBe("¥1.24");
});

test("a currency nobody knows stands behind the number", () => {
  expect(moneyWord(1.5, "credits", "en")).toBe("1.5 credits");
  expect(moneyWord(1.5, "", "en")).toBe("1.5");
});

test("tokens are counted in thousands, and a day that is missing is no spending", () => {
  expect(countWord(200000, "en")).toBe("200,000");
  expect(spentIn(undefined)).toBe(0);
  expect(spentIn({ tokens_in: 2, tokens_out: 3 })).toBe(5);
});
