import { createContext, use, type ReactNode } from "react";
import type zh from "../../../locales/zh/web.json";
import { sentence, type Facts, type Language, type Shelf } from "./sentence";

export type Key = keyof typeof zh;

const shelves: Record<Language, () => Promise<{ default: Shelf }>> = {
  zh: () => import("../../../locales/zh/web.json"),
  en: () => import("../../../locales/en/web.json"),
};

export interface Words {
  language: Language;
  /** The sentence of a key. */
  t: (key: Key, facts?: Facts) => string;
  /** The word for a code the server sent; the code itself where there is none. */
  named: (family: "move" | "role" | "lane" | "state" | "kind" | "signal" | "passed" | "engine" | "format", code: string) => string;
  choose: (language: Language) => void;
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
  return (await shelves[language]()).default;
}

export function wordsOf(language: Language, shelf: Shelf, choose: Words["choose"]): Words {
  return {
    language,
    choose,
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
