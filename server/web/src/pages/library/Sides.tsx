import { Text, VisuallyHidden } from "@mantine/core";
import type { Comparison } from "@/api/shapes";
import { Day } from "@/parts/parts";
import { useWords } from "@/words/words";
import classes from "@/pages/upkeep/upkeep.module.css";

type Stretch = Comparison["pairs"][number]["before"][number];
type Version = Comparison["before"];

/** Sentence beside sentence; on a phone one under the other, each under the name of its version. */
export function Sides({ comparison }: { comparison: Comparison }) {
  const { t } = useWords();
  return (
    <div>
      <div className={`${classes.pair ?? ""} ${classes.heads ?? ""}`}>
        <Head version={comparison.before} />
        <Head version={comparison.after} />
      </div>
      {comparison.pairs.map((pair, place) => (
        <div key={place} className={classes.pair}>
          <div>
            <Under version={comparison.before} />
            <Side stretches={pair.before} gone empty={t("compare.not_yet")} />
          </div>
          <div>
            <Under version={comparison.after} />
            <Side stretches={pair.after} empty={t("compare.no_more")} />
          </div>
        </div>
      ))}
    </div>
  );
}

function Head({ version }: { version: Version }) {
  const { t } = useWords();
  return (
    <Text fw={600} size="sm">
      {t("life.version", { version: version.version })}
      {version.signed_at !== null && (
        <>
          {" · "}
          <Day at={version.signed_at} />
        </>
      )}
    </Text>
  );
}

/** Which version a sentence is of: read aloud always, seen where the two stand one under the other. */
function Under({ version }: { version: Version }) {
  const { t } = useWords();
  return <div className={classes.under}>{t("life.version", { version: version.version })}</div>;
}

function Side({ stretches, gone = false, empty }: { stretches: readonly Stretch[]; gone?: boolean; empty: string }) {
  const { t } = useWords();
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
            <VisuallyHidden>{t("compare.gone")}</VisuallyHidden>
            {stretch.text}
          </del>
        ) : (
          <ins key={place} className={classes.mark} style={{ textDecoration: "none" }}>
            <VisuallyHidden>{t("compare.new")}</VisuallyHidden>
            {stretch.text}
          </ins>
        );
      })}
    </div>
  );
}
