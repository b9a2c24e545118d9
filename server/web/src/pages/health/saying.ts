import type { HealthFigure } from "@/api/shapes";
import type { Language } from "@/words/sentence";

const locales: Record<Language, string> = { zh: "zh-CN", en: "en-GB" };
const HOUR = 3600;
const DAY = 24 * HOUR;

function number(value: number, language: Language, options: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(locales[language], options).format(value);
}

function span(seconds: number, language: Language): string {
  const said = (value: number, unit: string, digits = 0) =>
    number(value, language, { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: digits });
  if (seconds < 1.5 * HOUR) return said(Math.max(1, seconds / 60), "minute");
  if (seconds < 1.5 * DAY) return said(seconds / HOUR, "hour", seconds < 3 * HOUR ? 1 : 0);
  return said(seconds / DAY, "day", seconds < 3 * DAY ? 1 : 0);
}

export function percent(share: number, language: Language): string {
  return number(share, language, { style: "percent", maximumFractionDigits: share < 0.1 ? 1 : 0 });
}

/** A figure in its unit; null where it cannot be seen. */
export function figureWord(figure: Pick<HealthFigure, "unit" | "value">, language: Language): string | null {
  const { unit, value } = figure;
  if (value === null) return null;
  if (unit === "share") return percent(value, language);
  if (unit === "seconds") return span(value, language);
  if (unit === "ratio") return number(value, language, { maximumFractionDigits: 2 });
  return number(value, language, { maximumFractionDigits: Number.isInteger(value) || value >= 10 ? 0 : 1 });
}

/** A calendar day without a year; days have no time zone here. */
export function dateWord(day: string, language: Language): string {
  const at = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat(locales[language], { timeZone: "UTC", month: language === "zh" ? "numeric" : "short", day: "numeric" }).format(at);
}
