import type { Words } from "@/words/words";

/** The letters and figures of a text alone: how it is punctuated and spaced says nothing of whose words it is. */
function lettersOf(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Whether a sentence stands in the very words it was taken from, so that quoting them says nothing more. */
export function saysAlready(sentence: string, quote: string): boolean {
  return lettersOf(sentence).includes(lettersOf(quote));
}

/** What stands where a name would, for words that came in a file and nobody said. */
export function broughtFrom(file: string, t: Words["t"]): string {
  return file === "" ? t("library.brought") : t("library.brought_from", { file });
}
