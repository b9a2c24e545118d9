import type { TrendPoint } from "@/api/shapes";

export interface Spot {
  x: number;
  y: number;
}

/** A scale from 0: the top is a round number, with the lines to draw between. */
export function scaled(most: number): { top: number; lines: number[] } {
  if (most <= 0) return { top: 1, lines: [0, 1] };
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [0.5, 1, 2, 2.5, 5].map((part) => part * power).find((one) => Math.ceil(most / one) <= 4) ?? 5 * power;
  const count = Math.ceil(most / step);
  return { top: count * step, lines: Array.from({ length: count + 1 }, (_, at) => at * step) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Lines through the spots; where one is missing the line breaks. */
export function lineThrough(spots: readonly (Spot | null)[]): string {
  let open = false;
  const steps: string[] = [];
  for (const spot of spots) {
    if (spot !== null) steps.push(`${open ? "L" : "M"}${round(spot.x)} ${round(spot.y)}`);
    open = spot !== null;
  }
  return steps.join(" ");
}

/** The area between two edges, in stretches where both are known. */
export function bandBetween(upper: readonly (Spot | null)[], lower: readonly (Spot | null)[]): string {
  const areas: string[] = [];
  let stretch: [Spot, Spot][] = [];
  const close = () => {
    if (stretch.length > 1) areas.push(`${lineThrough([...stretch.map(([top]) => top), ...stretch.map(([, low]) => low).reverse()])} Z`);
    stretch = [];
  };
  upper.forEach((top, at) => {
    const low = lower[at] ?? null;
    if (top === null || low === null) close();
    else stretch.push([top, low]);
  });
  close();
  return areas.join(" ");
}

export type Standing = "in" | "below" | "above" | "unknown";

/** Where a point stands beside what is usual. */
export function standing(point: TrendPoint): Standing {
  if (point.value === null || point.low === null || point.high === null) return "unknown";
  if (point.value < point.low) return "below";
  return point.value > point.high ? "above" : "in";
}

/** Places on a circle, the first at the top, then clockwise. */
export function ring(count: number, radius: number, middle: Spot): Spot[] {
  return Array.from({ length: count }, (_, at) => {
    const angle = (2 * Math.PI * at) / count - Math.PI / 2;
    return { x: round(middle.x + radius * Math.cos(angle)), y: round(middle.y + radius * Math.sin(angle)) };
  });
}

/** A curve from one place to another, bent to its left, that ends short of the other by `gap`. */
export function bend(from: Spot, to: Spot, gap: number): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const turn = { x: (from.x + to.x) / 2 - dy * 0.14, y: (from.y + to.y) / 2 + dx * 0.14 };
  const end = { x: to.x - (dx / length) * gap, y: to.y - (dy / length) * gap };
  return `M${round(from.x)} ${round(from.y)} Q${round(turn.x)} ${round(turn.y)} ${round(end.x)} ${round(end.y)}`;
}

/** Every how many marks on an axis one is named, so that at most `most` names stand there. */
export function namedEvery(count: number, most: number): number {
  return Math.max(1, Math.ceil(count / most));
}

const FIRST_WIDE = "\u2e80";

/** A name cut to so many Latin letters; a Chinese one takes the room of two. */
export function shortened(name: string, most: number): string {
  let room = most;
  let kept = "";
  for (const letter of name) {
    room -= letter >= FIRST_WIDE ? 2 : 1;
    if (room < 0) return `${kept}…`;
    kept += letter;
  }
  return name;
}
