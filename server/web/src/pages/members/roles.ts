import type { Role } from "@/api/shapes";

const below: readonly Role[] = ["member", "active_member", "assistant", "leader", "expert"];

/** The roles somebody may give; the API decides. */
export function givable(by: Role): readonly Role[] {
  return by === "owner" ? [...below, "facilitator", "owner"] : below;
}
