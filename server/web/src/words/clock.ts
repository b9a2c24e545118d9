import type { Language } from "./sentence";

const locales: Record<Language, string> = { zh: "zh-CN", en: "en-GB" };
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The calendar day in a time zone as YYYY-MM-DD. */
export function dayOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
}

/** The calendar day so many days before today in a time zone, as YYYY-MM-DD. */
export function dayBefore(now: Date, days: number, timeZone: string): string {
  const noon = Date.parse(`${dayOf(now, timeZone)}T12:00:00Z`);
  return new Date(noon - days * DAY).toISOString().slice(0, 10);
}

/** A day as people say it: today and yesterday by name, else the date. */
export function dayWord(at: Date, now: Date, language: Language, timeZone: string): string {
  const day = dayOf(at, timeZone);
  const relative = new Intl.RelativeTimeFormat(locales[language], { numeric: "auto" });
  if (day === dayOf(now, timeZone)) return relative.format(0, "day");
  if (day === dayOf(new Date(now.getTime() - DAY), timeZone)) return relative.format(-1, "day");
  if (day === dayOf(new Date(now.getTime() + DAY), timeZone)) return relative.format(1, "day");
  const near = day.slice(0, 4) === dayOf(now, timeZone).slice(0, 4);
  return new Intl.DateTimeFormat(locales[language], {
    timeZone,
    month: near && language === "zh" ? "long" : "short",
    day: "numeric",
    ...(near ? { weekday: "short" } : { year: "numeric" }),
  }).format(at);
}

export function hourOf(at: Date, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(locales[language], {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);
}

/** How long ago within the hour, else day and hour, in the community's time zone. */
export function momentWord(at: Date, now: Date, language: Language, timeZone: string): string {
  const minutes = Math.round((at.getTime() - now.getTime()) / MINUTE);
  if (Math.abs(minutes) < 60) {
    return new Intl.RelativeTimeFormat(locales[language], { numeric: "auto", style: "short" }).format(minutes, "minute");
  }
  return `${dayWord(at, now, language, timeZone)} ${hourOf(at, language, timeZone)}`;
}

/** Minutes a zone is ahead of UTC at a moment. */
function offsetMinutes(at: Date, timeZone: string): number {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    })
      .formatToParts(at)
      .map((part) => [part.type, Number(part.value)]),
  ) as Record<string, number>;
  const shown = Date.UTC(
    parts.year ?? 0,
    (parts.month ?? 1) - 1,
    parts.day ?? 1,
    parts.hour ?? 0,
    parts.minute ?? 0,
  );
  return Math.round((shown - at.getTime()) / MINUTE);
}

/** The next time the clock of the zone shows `hour`, at least `days` calendar days from now. */
export function nextHour(now: Date, hour: number, days: number, timeZone: string): Date {
  const day = dayOf(new Date(now.getTime() + days * DAY), timeZone);
  const naive = Date.parse(`${day}T${String(hour).padStart(2, "0")}:00:00Z`);
  const guess = new Date(naive - offsetMinutes(now, timeZone) * MINUTE);
  const exact = new Date(naive - offsetMinutes(guess, timeZone) * MINUTE);
  return exact.getTime() > now.getTime() ? exact : new Date(exact.getTime() + DAY);
}

/** An instant as the clock of the zone shows it: YYYY-MM-DDTHH:MM, as a form field holds it. */
export function wallOf(at: Date, timeZone: string): string {
  return `${dayOf(at, timeZone)}T${hourOf(at, "en", timeZone)}`;
}

/** The instant at which the clock of the zone shows such a time; null where it is no time. */
export function instantOf(wall: string, timeZone: string): Date | null {
  const naive = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall) ? Date.parse(`${wall}:00Z`) : Number.NaN;
  if (Number.isNaN(naive)) return null;
  const guess = new Date(naive - offsetMinutes(new Date(naive), timeZone) * MINUTE);
  return new Date(naive - offsetMinutes(guess, timeZone) * MINUTE);
}
