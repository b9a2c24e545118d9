import type { Cohorts } from "@/api/shapes";
import { useWords } from "@/words/words";
import classes from "./health.module.css";
import { Plot } from "./Plot";
import { dateWord, percent } from "./saying";

const [CELL, ROW, LEFT, HEAD] = [52, 30, 128, 30];
const SHADES = 6;

/** Who comes back: each row the people of a week, each cell the share of them some weeks later. */
export function CohortPlot({ cohorts }: { cohorts: Cohorts }) {
  const { t, language } = useWords();
  const { rows } = cohorts;
  const columns = Math.max(0, ...rows.map((row) => row.returned.length));
  const [wide, high] = [LEFT + Math.max(1, columns) * CELL, HEAD + Math.max(1, rows.length) * ROW];
  return (
    <Plot title={t("health.cohorts")} says={cohorts.says} next={cohorts.next.text} table={columns > 0 ? <CohortTable cohorts={cohorts} columns={columns} /> : undefined} drawn={columns > 0}>
      {() => columns === 0 ? (
        <p className={classes.young}>{t("health.too_young")}</p>
      ) : (
        <svg viewBox={`0 0 ${wide} ${high}`} role="img" aria-label={`${t("health.cohorts")}. ${cohorts.says}`} className={classes.drawing} style={{ minWidth: wide * 0.8, maxWidth: wide * 1.2 }}>
          {Array.from({ length: columns }, (_, at) => (
            <text key={at} x={LEFT + (at + 0.5) * CELL} y={HEAD - 10} textAnchor="middle" className={classes.label}>
              {t("health.weeks_later", { count: at + 1 })}
            </text>
          ))}
          {rows.map((row, line) => (
            <g key={row.week}>
              <text x={0} y={HEAD + line * ROW + 20} className={classes.label}>
                {t("health.cohort", { day: dateWord(row.week, language), count: row.people })}
              </text>
              {row.returned.map((share, at) => (
                <g key={at} transform={`translate(${LEFT + at * CELL} ${HEAD + line * ROW})`}>
                  <rect width={CELL - 3} height={ROW - 3} rx={4} className={classes.cell} data-shade={share === null ? "none" : Math.round(share * SHADES)} />
                  <text x={(CELL - 3) / 2} y={18} textAnchor="middle" className={classes.share} data-dark={share !== null && Math.round(share * SHADES) > 3}>
                    {share === null ? "–" : percent(share, language)}
                  </text>
                </g>
              ))}
            </g>
          ))}
        </svg>
      )}
    </Plot>
  );
}

function CohortTable({ cohorts, columns }: { cohorts: Cohorts; columns: number }) {
  const { t, language } = useWords();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t("health.week")}</th>
          <th scope="col">{t("health.people")}</th>
          {Array.from({ length: columns }, (_, at) => (
            <th scope="col" key={at}>
              {t("health.weeks_later", { count: at + 1 })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cohorts.rows.map((row) => (
          <tr key={row.week}>
            <th scope="row">{dateWord(row.week, language)}</th>
            <td>{row.people}</td>
            {Array.from({ length: columns }, (_, at) => {
              const share = row.returned[at];
              return <td key={at}>{share === undefined ? "" : share === null ? t("health.unseen") : percent(share, language)}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
