import { Text } from "@mantine/core";
import type { Rewording } from "@/api/shapes";
import { useWords } from "@/words/words";
import classes from "./review.module.css";

/** A sentence as it was drafted and as it stands, side by side, with what changed marked. */
export function Reworded({ rewording }: { rewording: Rewording }) {
  const { t } = useWords();
  return (
    <div className={classes.reworded} role="group" aria-label={t("beside.rewording")}>
      <div>
        <Text size="xs" c="dimmed">
          {t("beside.before")}
        </Text>
        <div className="words">
          {rewording.before.map((piece, at) => (piece.changed ? <del key={at}>{piece.text}</del> : <span key={at}>{piece.text}</span>))}
        </div>
      </div>
      <div>
        <Text size="xs" c="dimmed">
          {t("beside.after")}
        </Text>
        <div className="words">
          {rewording.after.map((piece, at) => (piece.changed ? <ins key={at}>{piece.text}</ins> : <span key={at}>{piece.text}</span>))}
        </div>
      </div>
    </div>
  );
}
