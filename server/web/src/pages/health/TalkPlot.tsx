import type { Talkers } from "@/api/shapes";
import { useWords } from "@/words/words";
import classes from "./health.module.css";
import { Plot } from "./Plot";
import { percent } from "./saying";

const [WIDE, ROW, LEFT, RIGHT] = [720, 26, 150, 110];

/** Who carries the talk: a bar for each of the ten who spoke most. */
export function TalkPlot({ talkers }: { talkers: Talkers }) {
  const { t, language } = useWords();
  const { top, lorenz } = talkers;
  const most = Math.max(1, ...top.map((one) => one.messages));
  const half = lorenz[Math.floor(lorenz.length / 2) - 1];
  const named = (name: string | null) => name ?? t("health.unnamed");
  return (
    <Plot
      title={t("health.talkers")}
      says={talkers.says}
      next={talkers.next.text}
      drawn={top.length > 0}
      table={
        top.length === 0 ? undefined : (
          <table>
            <thead>
              <tr>
                <th scope="col">{t("health.person")}</th>
                <th scope="col">{t("health.messages")}</th>
                <th scope="col">{t("health.share")}</th>
              </tr>
            </thead>
            <tbody>
              {top.map((one, at) => (
                <tr key={at}>
                  <th scope="row">{named(one.name)}</th>
                  <td>{one.messages}</td>
                  <td>{percent(one.share, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    >
      {top.length > 0 && (
        <svg viewBox={`0 0 ${WIDE} ${top.length * ROW + 4}`} role="img" aria-label={`${t("health.talkers")}. ${talkers.says}`} className={classes.drawing}>
          {top.map((one, at) => (
            <g key={at} transform={`translate(0 ${at * ROW})`}>
              <text x={LEFT - 8} y={17} textAnchor="end" className={classes.name}>
                {shortened(named(one.name))}
              </text>
              <rect x={LEFT} y={4} width={Math.max(2, (one.messages / most) * (WIDE - LEFT - RIGHT))} height={ROW - 9} rx={3} className={classes.bar} data-staff={one.staff} />
              <text x={LEFT + (one.messages / most) * (WIDE - LEFT - RIGHT) + 8} y={17} className={classes.label}>
                {`${one.messages} · ${percent(one.share, language)}${one.staff ? ` · ${t("health.staff")}` : ""}`}
              </text>
            </g>
          ))}
        </svg>
      )}
      {top.length > 0 && (
        <p className={classes.note}>
          {talkers.others > 0 && `${t("health.others", { count: talkers.others })} `}
          {half !== undefined && t("health.quiet_half", { percent: percent(half, language) })}
        </p>
      )}
    </Plot>
  );
}

const LONGEST = 12;

function shortened(name: string): string {
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
}
