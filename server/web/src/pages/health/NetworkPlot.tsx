import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { Network } from "@/api/shapes";
import { useWords } from "@/words/words";
import { bend, ring, shortened } from "./drawing";
import classes from "./health.module.css";
import { Plot } from "./Plot";

const [LARGEST, LABEL] = [155, 112];
const LONGEST = 14;

type Person = Network["people"][number];

/** Who answers whom: an arrow from who answered to whom, the wider the oftener; squares are hosts. */
export function NetworkPlot({ network }: { network: Network }) {
  const { t } = useWords();
  const [chosen, choose] = useState("");
  const { people, edges } = network;
  const named = (one: Person | undefined) => one?.name ?? t("health.unnamed");
  const byId = new Map(people.map((one) => [one.id, one]));
  const empty = edges.length === 0;
  return (
    <Plot
      title={t("health.network")}
      says={network.says}
      next={network.next.text}
      drawn={!empty}
      choose={
        empty ? undefined : (
          <NativeSelect
            size="xs"
            maw={260}
            aria-label={t("health.look_at")}
            value={chosen}
            onChange={(event) => choose(event.currentTarget.value)}
            data={[{ value: "", label: t("health.everyone") }, ...people.map((one) => ({ value: String(one.id), label: named(one) }))]}
          />
        )
      }
      table={
        empty ? undefined : (
          <table>
            <thead>
              <tr>
                <th scope="col">{t("health.answered")}</th>
                <th scope="col">{t("health.whom")}</th>
                <th scope="col">{t("health.times")}</th>
              </tr>
            </thead>
            <tbody>
              {[...edges]
                .sort((one, other) => other.times - one.times)
                .map((edge) => (
                  <tr key={`${edge.one}-${edge.other}`}>
                    <th scope="row">{named(byId.get(edge.one))}</th>
                    <td>{named(byId.get(edge.other))}</td>
                    <td>{edge.times}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        )
      }
    >
      {(wide) =>
        empty ? (
          <p className={classes.young}>{network.unseen?.text ?? t("health.nobody_answers")}</p>
        ) : (
          <>
            <Web network={network} chosen={chosen} wide={wide} />
            <p className={classes.note}>
              {t("health.shapes")} {network.left_out > 0 && t("health.left_out", { count: network.left_out })}
            </p>
          </>
        )
      }
    </Plot>
  );
}

function Web({ network, chosen, wide }: { network: Network; chosen: string; wide: number }) {
  const { t } = useWords();
  const named = (one: Person) => one.name ?? t("health.unnamed_short");
  const radius = Math.min(LARGEST, wide / 2 - LABEL + 20);
  const high = 2 * (radius + LABEL);
  const middle = { x: wide / 2, y: high / 2 };
  const { people, edges } = network;
  const places = ring(people.length, radius, middle);
  const placeOf = new Map(people.map((one, at) => [one.id, places[at]]));
  const most = Math.max(1, ...edges.map((edge) => edge.times));
  const busy = Math.max(1, ...people.map((one) => one.answered + one.received));
  const size = (one: Person) => (radius / LARGEST) * (5 + 8 * Math.sqrt((one.answered + one.received) / busy));
  const sizeOf = new Map(people.map((one) => [one.id, size(one)]));
  return (
    <svg viewBox={`0 0 ${wide} ${high}`} role="img" aria-label={`${t("health.network")}. ${network.says}`} className={classes.drawing}>
      <defs>
        <marker id="answers" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto">
          <path d="M0 0L8 4L0 8z" className={classes.arrowhead} />
        </marker>
      </defs>
      {edges.map((edge) => {
        const [from, to] = [placeOf.get(edge.one), placeOf.get(edge.other)];
        if (from === undefined || to === undefined) return null;
        const faded = chosen !== "" && ![edge.one, edge.other].includes(Number(chosen));
        return (
          <path
            key={`${edge.one}-${edge.other}`}
            d={bend(from, to, (sizeOf.get(edge.other) ?? 5) + 2)}
            className={classes.edge}
            data-faded={faded}
            style={{ strokeWidth: 0.8 + (3.2 * edge.times) / most }}
            markerEnd="url(#answers)"
          />
        );
      })}
      {people.map((one, at) => {
        const place = places[at] ?? middle;
        const right = place.x >= middle.x;
        const turn = (360 * at) / people.length - 90 - (right ? 0 : 180);
        const r = size(one);
        return (
          <g key={one.id} data-faded={chosen !== "" && chosen !== String(one.id)} className={classes.knot}>
            {one.staff ? <rect x={place.x - r} y={place.y - r} width={2 * r} height={2 * r} rx={2} /> : <circle cx={place.x} cy={place.y} r={r} />}
            <text transform={`translate(${place.x} ${place.y}) rotate(${turn})`} x={right ? r + 6 : -r - 6} y={4} textAnchor={right ? "start" : "end"} className={classes.name}>
              {shortened(named(one), LONGEST)}
            </text>
            <title>{t("health.knot", { name: named(one), answered: one.answered, received: one.received })}</title>
          </g>
        );
      })}
    </svg>
  );
}
