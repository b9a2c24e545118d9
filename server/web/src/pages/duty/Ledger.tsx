import { Text, Title } from "@mantine/core";
import type { OwedWeek } from "@/api/shapes";
import { Loaded } from "@/parts/parts";
import { useWords } from "@/words/words";
import { waited } from "./countdown";
import classes from "./duty.module.css";
import { useOwedWeeks } from "./owing";

const parts = ["in_time", "late", "waiting", "missed", "excused"] as const;

/** The ledger by week: a bar for each week and the same figures as numbers. */
export function Ledger() {
  const { t } = useWords();
  const weeks = useOwedWeeks();
  return (
    <section aria-labelledby="ledger-title">
      <Title order={2} id="ledger-title" fz="1.1rem" mb="xs">
        {t("owed.ledger")}
      </Title>
      <Loaded from={weeks}>
        {(all) =>
          all.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t("owed.ledger_empty")}
            </Text>
          ) : (
            <Weeks weeks={all} />
          )
        }
      </Loaded>
    </section>
  );
}

function Weeks({ weeks }: { weeks: readonly OwedWeek[] }) {
  const { t } = useWords();
  const most = Math.max(1, ...weeks.map((one) => one.opened));
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t("owed.share")}>
      <table className={classes.ledger}>
        <thead>
          <tr>
            <th scope="col">{t("owed.week")}</th>
            <th scope="col">{t("owed.opened")}</th>
            <th scope="col" className={classes.wide}>
              {t("owed.share")}
            </th>
            {parts.map((part) => (
              <th key={part} scope="col">
                <span className={classes.swatch} data-part={part} aria-hidden="true" />
                {t(`owed.part_${part}`)}
              </th>
            ))}
            <th scope="col">{t("owed.median")}</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <Week key={week.starts} week={week} most={most} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Week({ week, most }: { week: OwedWeek; most: number }) {
  const { t, language } = useWords();
  const day = new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { month: "short", day: "numeric", timeZone: "UTC" });
  const wait = week.median_minutes === null ? null : waited(week.median_minutes);
  return (
    <tr>
      <th scope="row">{day.format(new Date(`${week.starts}T00:00:00Z`))}</th>
      <td>{week.opened}</td>
      <td className={classes.wide}>
        <div className={classes.bar} style={{ width: `${(week.opened / most) * 100}%` }} aria-hidden="true">
          {parts.map((part) => week[part] > 0 && <span key={part} data-part={part} style={{ flexGrow: week[part] }} />)}
        </div>
      </td>
      {parts.map((part) => (
        <td key={part}>{week[part]}</td>
      ))}
      <td>{wait === null ? "—" : t(wait.key, wait.facts)}</td>
    </tr>
  );
}
