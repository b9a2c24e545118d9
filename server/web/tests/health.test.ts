import { expect, test } from "vitest";
import { bandBetween, bend, lineThrough, namedEvery, ring, scaled, shortened, standing } from "@/pages/health/drawing";
import { dateWord, figureWord } from "@/pages/health/saying";

const point = (value: number | null, low: number | null = 10, high: number | null = 20) => ({ start: "2026-03-02", value, low, high });

test.each([
  [0, [0, 1]],
  [7, [0, 2, 4, 6, 8]],
  [100, [0, 50, 100]],
  [130, [0, 50, 100, 150]],
])("the scale to %d has round lines", (most, lines) => {
  expect(scaled(most).lines).toEqual(lines);
  expect(scaled(most).top).toBeGreaterThanOrEqual(most);
});

test("a line breaks where a value is missing", () => {
  expect(lineThrough([{ x: 0, y: 1 }, null, { x: 2, y: 3 }, { x: 4, y: 5 }])).toBe("M0 1 M2 3 L4 5");
});

test("a band covers only where both its edges are known", () => {
  const [top, low] = [
    { x: 1, y: 0 },
    { x: 1, y: 9 },
  ];
  const [later, lower] = [
    { x: 2, y: 0 },
    { x: 2, y: 9 },
  ];
  expect(bandBetween([null, top, later], [null, low, lower])).toBe("M1 0 L2 0 L2 9 L1 9 Z");
  expect(bandBetween([null, top], [null, low])).toBe("");
  expect(bandBetween([null, top, later], [low, null, lower])).toBe("");
});

test("a point stands below, in or above what is usual, or nobody can say", () => {
  expect([9, 10, 20, 21].map((value) => standing(point(value)))).toEqual(["below", "in", "in", "above"]);
  expect(standing(point(9, null, null))).toBe("unknown");
  expect(standing(point(null))).toBe("unknown");
});

test("a ring begins at the top and goes clockwise", () => {
  expect(ring(4, 10, { x: 0, y: 0 })).toEqual([
    { x: 0, y: -10 },
    { x: 10, y: 0 },
    { x: 0, y: 10 },
    { x: -10, y: 0 },
  ]);
});

test("an arrow and its answer bend to different sides", () => {
  const [one, other] = [{ x: 0, y: 0 }, { x: 100, y: 0 }];
  expect(bend(one, other, 10)).toBe("M0 0 Q50 14 90 0");
  expect(bend(other, one, 10)).toBe("M100 0 Q50 -14 10 0");
});

test("an axis names no more than fit", () => {
  expect(namedEvery(5, 9)).toBe(1);
  expect(namedEvery(42, 9)).toBe(5);
});

test.each([
  [{ unit: "share", value: 0.254 }, "25%", "25%"],
  [{ unit: "share", value: 0.034 }, "3.4%", "3.4%"],
  [{ unit: "seconds", value: 1200 }, "20分钟", "20 minutes"],
  [{ unit: "seconds", value: 7200 }, "2小时", "2 hours"],
  [{ unit: "seconds", value: 172_800 }, "2天", "2 days"],
  [{ unit: "ratio", value: 0.6444 }, "0.64", "0.64"],
  [{ unit: "people", value: 4.25 }, "4.3", "4.3"],
  [{ unit: "count", value: 391 }, "391", "391"],
] as const)("%o is said with its unit", (figure, zh, en) => {
  expect(figureWord(figure, "zh")).toBe(zh);
  expect(figureWord(figure, "en")).toBe(en);
});

test("what cannot be seen is no number", () => {
  expect(figureWord({ unit: "share", value: null }, "zh")).toBeNull();
});

test("a day of the axis has no year", () => {
  expect(dateWord("2026-03-02", "en")).toBe("2 Mar");
  expect(dateWord("2026-03-02", "zh")).toBe("3/2");
});

test("a name is cut by the room it takes", () => {
  expect(shortened("Priyanka Bauer", 8)).toBe("Priyanka…");
  expect(shortened("教科室小方", 8)).toBe("教科室小…");
  expect(shortened("老陆", 8)).toBe("老陆");
});
