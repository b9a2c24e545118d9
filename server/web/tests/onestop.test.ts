import { expect, test } from "vitest";
import { stepTo } from "@/pages/room/oneStop";

test("arrow keys go round a line's actions and other keys go nowhere", () => {
  expect(stepTo("ArrowRight", 2, 3)).toBe(0);
  expect(stepTo("ArrowLeft", 0, 3)).toBe(2);
  expect(stepTo("Home", 2, 3)).toBe(0);
  expect(stepTo("End", 0, 3)).toBe(2);
  expect(stepTo("ArrowDown", 1, 3)).toBeNull();
  expect(stepTo("a", 1, 3)).toBeNull();
});
