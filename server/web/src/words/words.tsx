import { createContext, use, type ReactNode } from "react";
import type zh from "../../../locales/zh/web.json";
import type agreed from "../../../locales/zh/web_agreed.json";
import type asking from "../../../locales/zh/web_ask.json";
import type health from "../../../locales/zh/web_health.json";
import type library from "../../../locales/zh/web_library.json";
import type models from "../../../locales/zh/web_models.json";
import type outward from "../../../locales/zh/web_outward.json";
import type owed from "../../../locales/zh/web_owed.json";
import type pains from "../../../locales/zh/web_pains.json";
import type people from "../../../locales/zh/web_people.json";
import type quiet from "../../../locales/zh/web_quiet.json";
import type settings from "../../../locales/zh/web_settings.json";
import type together from "../../../locales/zh/web_together.json";
import type upkeep from "../../../locales/zh/web_upkeep.json";
import { sentence, type Facts, type Language, type Shelf } from "./sentence";

type Shelves = typeof zh & typeof agreed & typeof asking & typeof health & typeof library & typeof models & typeof outward & typeof owed & typeof pains & typeof people & typeof quiet & typeof settings & typeof together & typeof upkeep;
export type Key = keyof Shelves;

const shelves: Record<Language, () => Promise<{ default: Shelf }>[]> = {
  zh: () => [
    import("../../../locales/zh/web.json"),
    import("../../../locales/zh/web_agreed.json"),
    import("../../../locales/zh/web_ask.json"),
    import("../../../locales/zh/web_health.json"),
    import("../../../locales/zh/web_library.json"),
    import("../../../locales/zh/web_models.json"),
    import("../../../locales/zh/web_outward.json"),
    import("../../../locales/zh/web_owed.json"),
    import("../../../locales/zh/web_pains.json"),
    import("../../../locales/zh/web_people.json"),
    import("../../../locales/zh/web_quiet.json"),
    import("../../../locales/zh/web_settings.json"),
    import("../../../locales/zh/web_together.json"),
    import("../../../locales/zh/web_upkeep.json"),
  ],
  en: () => [
    import("../../../locales/en/web.json"),
    import("../../../locales/en/web_agreed.json"),
    import("../../../locales/en/web_ask.json"),
    import("../../../locales/en/web_health.json"),
    import("../../../locales/en/web_library.json"),
    import("../../../locales/en/web_models.json"),
    import("../../../locales/en/web_outward.json"),
    import("../../../locales/en/web_owed.json"),
    import("../../../locales/en/web_pains.json"),
    import("../../../locales/en/web_people.json"),
    import("../../../locales/en/web_quiet.json"),
    import("../../../locales/en/web_settings.json"),
    import("../../../locales/en/web_together.json"),
    import("../../../locales/en/web_upkeep.json"),
  ],
};

export interface Words {
  language: Language;
  /** The sentence of a key. */
  t: (key: Key, facts?: Facts) => string;
  /** The word for a code the server sent; the code itself where there is none. */
  named: (family: "move" | "watch" | "purpose" | "role" | "lane" | "state" | "kind" | "signal" | "signal_meaning" | "passed" | "reason" | "engine" | "format", code: string) => string;
  /** The language of the pages outside every community, and of those in which none was chosen. */
  choose: (language: Language) => void;
  /** The language of the community that is open; null outside of one, or where none was chosen in it. */
  settle: (language: Language | null) => void;
}

const WordsContext = createContext<Words | null>(null);
const KEPT = "simmer.language";

export function keptLanguage(): string | null {
  return localStorage.getItem(KEPT);
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(KEPT, language);
}

export async function readShelf(language: Language): Promise<Shelf> {
  const parts = await Promise.all(shelves[language]());
  return Object.assign({}, ...parts.map((part) => part.default)) as Shelf;
}

export function wordsOf(language: Language, shelf: Shelf, { choose, settle }: Pick<Words, "choose" | "settle">): Words {
  return {
    language,
    choose,
    settle,
    t: (key, facts) => sentence(shelf, key, facts) ?? key,
    named: (family, code) => sentence(shelf, `${family}.${code}`) ?? code.replaceAll("_", " "),
  };
}

export function WordsProvider({ words, children }: { words: Words; children: ReactNode }) {
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useWords(): Words {
  const words = use(WordsContext);
  if (words === null) throw new Error("no words here");
  return words;
}
