export type Fact = string | number | boolean | null | undefined;
export type Facts = Record<string, Fact>;
export type Language = "zh" | "en";
export type Shelf = Record<string, string>;

/** Fill `{name}` places with facts; a fact that is not given stays visible as `{name}`. */
export function filled(text: string, facts: Facts = {}): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const fact = facts[name];
    return fact === undefined || fact === null ? place : String(fact);
  });
}

/** The text of a key. With a `count`, `key.one` wins where the language has a form for one. */
export function sentence(shelf: Shelf, key: string, facts: Facts = {}): string | undefined {
  const single = facts.count === 1 ? shelf[`${key}.one`] : undefined;
  const text = single ?? shelf[key];
  return text === undefined ? undefined : filled(text, facts);
}

/** One of our languages, as it was kept; null where none was. */
export function languageFrom(kept: string | null): Language | null {
  return kept === "zh" || kept === "en" ? kept : null;
}

/** The language to begin with: what the person chose, else what the browser asks for. */
export function firstLanguage(chosen: string | null | undefined, wanted: readonly string[]): Language {
  if (chosen === "zh" || chosen === "en") return chosen;
  for (const tag of wanted) {
    if (tag.toLowerCase().startsWith("zh")) return "zh";
    if (tag.toLowerCase().startsWith("en")) return "en";
  }
  return "en";
}
