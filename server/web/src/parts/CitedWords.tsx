import { Text } from "@mantine/core";
import { useState, type ReactNode } from "react";
import type { Cited } from "@/api/shapes";
import { Moment } from "@/parts/parts";
import { pieces } from "@/words/marks";
import { useWords } from "@/words/words";
import classes from "./CitedWords.module.css";

/** Where a message stands on this page, so that a number can lead to it. */
export function placeOf(id: number): string {
  return `m${id}`;
}

/** A text whose marks are small numbers; a number goes to its message, or shows it where it is not on the page. */
export function CitedWords({ text, cited, children }: { text: string; cited: readonly Cited[]; children?: ReactNode }) {
  const { t } = useWords();
  const [shown, show] = useState<Cited | null>(null);
  const lead = (one: Cited) => {
    const place = document.getElementById(placeOf(one.id));
    show(place === null && shown?.id !== one.id ? one : null);
    if (place === null) return;
    place.scrollIntoView({ block: "center" });
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  };
  return (
    <>
      <div className="words">
        {pieces(text, cited).map((piece, at) =>
          piece.kind === "words" ? (
            piece.text
          ) : (
            <button
              key={at}
              type="button"
              className={classes.number}
              onClick={() => lead(piece.cited)}
              aria-label={t("cited.open", { number: piece.number, name: piece.cited.author ?? t("word.system") })}
            >
              [{piece.number}]
            </button>
          ),
        )}
        {children}
      </div>
      {shown !== null && (
        <blockquote className={classes.source} aria-live="polite">
          <Text size="sm" fw={600} span>
            {shown.author ?? t("word.system")}
          </Text>
          <Text size="xs" c="dimmed" span ml={8}>
            <Moment at={shown.at} />
          </Text>
          <div className="words">{shown.text}</div>
        </blockquote>
      )}
    </>
  );
}
