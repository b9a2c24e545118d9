import type { Suggestion } from "@/api/shapes";
import type { Language } from "./sentence";
import type { Words } from "./words";

const locales: Record<Language, string> = { zh: "zh-CN", en: "en-GB" };
const LEAST = 0.01;

export function countWord(tokens: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(tokens);
}

/** An amount with its currency; less than a hundredth keeps two digits that say something. */
export function moneyWord(amount: number, currency: string, language: Language): string {
  const digits = amount > 0 && amount < LEAST ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 2 };
  const known = /^[A-Z]{3}$/.test(currency);
  const number = new Intl.NumberFormat(locales[language], known ? { style: "currency", currency, ...digits } : digits).format(amount);
  return known ? number : `${number} ${currency}`.trim();
}

/** What a draft cost: tokens, and money where the server has prices. */
export function costWord(cost: NonNullable<Suggestion["cost"]>, t: Words["t"], language: Language): string {
  const facts = { in: countWord(cost.tokens_in, language), out: countWord(cost.tokens_out, language) };
  if (cost.money === null) return t("why.cost_tokens", facts);
  return t("why.cost_money", { ...facts, money: moneyWord(cost.money, cost.currency, language) });
}
