import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import type { Trend } from "@/api/shapes";
import { useWords } from "@/words/words";
import { bandBetween, lineThrough, namedEvery, scaled, standing, type Spot } from "./drawing";
import classes from "./health.module.css";
import { Plot } from "./Plot";
import { dateWord } from "./saying";

const [HIGH, LEFT, FOOT, TOP, LABEL] = [240, 44, 28, 10, 72];

/** Weeks or days beside what is usual here; a point outside the band has another shape. */
export function TrendPlot({ trends }: { trends: readonly Trend[] }) {
  const { t } = useWords();
  const [chosen, choose] = useState(trends[0]?.code);
  const trend = trends.find((one) => one.code === chosen) ?? trends[0];
  if (trend === undefined) return null;
  return (
    <Plot
      title={t("health.trend")}
      says={trend.says}
      next={trend.next.text}
      table={<TrendTable trend={trend} />}
      choose={
        <SegmentedControl
          size="xs"
          className={classes.chooser}
          aria-label={t("health.series")}
          value={trend.code}
          onChange={choose}
          data={trends.map((one) => ({ value: one.code, label: one.name }))}
        />
      }
    >
      {(wide) => <Drawing trend={trend} wide={wide} />}
    </Plot>
  );
}

function Drawing({ trend, wide }: { trend: Trend; wide: number }) {
  const { t, language } = useWords();
  const { points } = trend;
  const { top, lines } = scaled(Math.max(0, ...points.map((one) => Math.max(one.value ?? 0, one.high ?? 0))));
  const x = (at: number) => LEFT + ((at + 0.5) * (wide - LEFT - 8)) / Math.max(1, points.length);
  const y = (value: number) => TOP + (1 - value / top) * (HIGH - TOP - FOOT);
  const spots = (of: (at: number) => number | null): (Spot | null)[] =>
    points.map((_, at) => {
      const value = of(at);
      return value === null ? null : { x: x(at), y: y(value) };
    });
  const every = namedEvery(points.length, Math.floor((wide - LEFT) / LABEL));
  const high = spots((at) => points[at]?.high ?? null);
  const low = spots((at) => points[at]?.low ?? null);
  return (
    <svg viewBox={`0 0 ${wide} ${HIGH}`} role="img" aria-label={`${trend.name}. ${trend.says}`} className={classes.drawing}>
      <defs>
        <pattern id="usual" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v6" className={classes.hatch} />
        </pattern>
      </defs>
      {lines.map((line) => (
        <g key={line}>
          <path d={`M${LEFT} ${y(line)}H${wide - 8}`} className={classes.grid} />
          <text x={LEFT - 6} y={y(line) + 4} textAnchor="end" className={classes.label}>
            {line}
          </text>
        </g>
      ))}
      <path d={bandBetween(high, low)} fill="url(#usual)" className={classes.band} />
      <path d={lineThrough(spots((at) => points[at]?.value ?? null))} className={classes.line} />
      {points.map((point, at) => (
        <g key={point.start}>
          {point.value !== null && <Mark x={x(at)} y={y(point.value)} out={["below", "above"].includes(standing(point))} title={`${dateWord(point.start, language)}: ${Math.round(point.value * 10) / 10}`} />}
          {at % every === 0 && (
            <text x={Math.min(x(at), wide - 24)} y={HIGH - 8} textAnchor="middle" className={classes.label}>
              {dateWord(point.start, language)}
            </text>
          )}
        </g>
      ))}
      {points.length === 0 && (
        <text x={wide / 2} y={HIGH / 2} textAnchor="middle" className={classes.label}>
          {t("health.too_young")}
        </text>
      )}
    </svg>
  );
}

function Mark({ x, y, out, title }: { x: number; y: number; out: boolean; title: string }) {
  return (
    <g>
      {out ? <path d={`M${x} ${y - 7}l7 7l-7 7l-7 -7z`} className={classes.outlier} /> : <circle cx={x} cy={y} r={3.2} className={classes.dot} />}
      <circle cx={x} cy={y} r={10} fill="transparent">
        <title>{title}</title>
      </circle>
    </g>
  );
}

function TrendTable({ trend }: { trend: Trend }) {
  const { t, language } = useWords();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t(trend.grain === "week" ? "health.week" : "health.day")}</th>
          <th scope="col">{trend.name}</th>
          <th scope="col">{t("health.usual")}</th>
          <th scope="col">{t("health.standing")}</th>
        </tr>
      </thead>
      <tbody>
        {[...trend.points].reverse().map((point) => (
          <tr key={point.start}>
            <th scope="row">{dateWord(point.start, language)}</th>
            <td>{point.value === null ? t("health.unseen") : Math.round(point.value * 10) / 10}</td>
            <td>{point.low === null || point.high === null ? "–" : `${Math.round(point.low)}–${Math.round(point.high)}`}</td>
            <td>{t(`health.stands_${standing(point)}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
