import { Text } from "@mantine/core";
import type { Comparison } from "@/api/shapes";
import { Day } from "@/parts/parts";
import { useWords } from "@/words/words";
import classes from "@/pages/upkeep/upkeep.module.css";

type Stretch = Comparison["pairs"][number]["before"][number];

/** Sentence beside sentence; on a phone one under the other. */
export function Sides({ comparison }: { comparison: Comparison }) {
  const { t } = useWords();
  return (
    <div>
      <div className={classes.pair}>
        {[comparison.before, comparison.after].map((one) => (
          <Text key={one.id} fw={600} size="sm">
            {t("life.version", { version: one.version })}
            {one.signed_at !== null && (
              <>
                {" · "}
                <Day at={one.signed_at} />
              </>
            )}
          </Text>
        ))}
      </div>
      {comparison.pairs.map((pair, place) => (
        <div key={place} className={classes.pair}>
          <Side stretches={pair.before} gone empty={t("compare.not_yet")} />
          <Side stretches={pair.after} empty={t("compare.no_more")} />
        </div>
      ))}
    </div>
  );
}

function Side({ stretches, gone = false, empty }: { stretches: readonly Stretch[]; gone?: boolean; empty: string }) {
  if (stretches.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {empty}
      </Text>
    );
  return (
    <div className="words">
      {stretches.map((stretch, place) => {
        if (!stretch.changed) return <span key={place}>{stretch.text}</span>;
        return gone ? (
          <del key={place} className={classes.gone}>
            {stretch.text}
          </del>
        ) : (
          <ins key={place} className={classes.mark} style={{ textDecoration: "none" }}>
            {stretch.text}
          </ins>
        );
      })}
    </div>
  );
}
