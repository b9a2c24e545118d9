import type { Talkers } from "@/api/shapes";
import { useWords } from "@/words/words";
import { shortened } from "./drawing";
import classes from "./health.module.css";
import { Plot } from "./Plot";
import { percent } from "./saying";

const [ROW, NARROW] = [26, 500];
const [LONGEST, LONGEST_NARROW] = [20, 12];

/** Who carries the talk: a bar for each of the ten who spoke most. */
export function TalkPlot({ talkers }: { talkers: Talkers }) {
  const { t, language } = useWords();
  const { top, lorenz } = talkers;
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
      {(wide) =>
        top.length > 0 && (
          <>
            <Bars talkers={talkers} wide={wide} />
            <p className={classes.note}>
              {talkers.others > 0 && `${t("health.others", { count: talkers.others })} `}
              {half !== undefined && t("health.quiet_half", { percent: percent(half, language) })}
            </p>
          </>
        )
      }
    </Plot>
  );
}

function Bars({ talkers, wide }: { talkers: Talkers; wide: number }) {
  const { t, language } = useWords();
  const { top } = talkers;
  const narrow = wide < NARROW;
  const [left, right] = narrow ? [100, 88] : [150, 160];
  const most = Math.max(1, ...top.map((one) => one.messages));
  const long = (messages: number) => Math.max(2, (messages / most) * (wide - left - right));
  return (
    <svg viewBox={`0 0 ${wide} ${top.length * ROW + 4}`} role="img" aria-label={`${t("health.talkers")}. ${talkers.says}`} className={classes.drawing}>
      {top.map((one, at) => (
        <g key={at} transform={`translate(0 ${at * ROW})`}>
          <text x={left - 8} y={17} textAnchor="end" className={classes.name}>
            {shortened(one.name ?? t("health.unnamed_short"), narrow ? LONGEST_NARROW : LONGEST)}
          </text>
          <rect x={left} y={4} width={long(one.messages)} height={ROW - 9} rx={3} className={classes.bar} data-staff={one.staff} />
          <text x={left + long(one.messages) + 8} y={17} className={classes.label}>
            {`${one.messages} · ${percent(one.share, language)}${one.staff ? (narrow ? " ■" : ` · ${t("health.staff")}`) : ""}`}
          </text>
        </g>
      ))}
    </svg>
  );
}
