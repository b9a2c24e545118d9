import type { Pass } from "@/api/shapes";

/** The next claim of a pass that waits, onwards only; null at the end, where skipped ones stay. */
export function nextPlace(claims: Pass["claims"], from: number): number | null {
  const ahead = claims.findIndex(({ claim }, place) => place > from && claim.state === "open");
  return ahead < 0 ? null : ahead;
}
