import { describe, expect, it } from "vitest";
import type { Observation } from "@/api/shapes";
import { askedIn, later, reasonsOf, searchFor } from "@/pages/quiet/looks";
import { instantOf, wallOf } from "@/words/clock";

function look(code: string, move = "stay_silent"): Observation {
  return { id: 1, at: "2026-03-02T01:00:00Z", zone_id: 1, move, why: { code, text: code, facts: {} }, signals: [], candidates: [], engine: "none", failure: null };
}

describe("a moment that is asked about", () => {
  const asked = { zone: 2, at: "2026-03-02T01:00:00.000Z" };

  it("goes into the address and comes back", () => {
    expect(askedIn(searchFor(asked))).toEqual(asked);
  });

  it("is none where the address holds no room or no time", () => {
    expect(askedIn("")).toBeNull();
    expect(askedIn("zone=2&at=soon")).toBeNull();
    expect(askedIn("zone=x&at=2026-03-02T01:00:00Z")).toBeNull();
  });

  it("moves by hours and days", () => {
    expect(later(asked, 60).at).toBe("2026-03-02T02:00:00.000Z");
  });
});

describe("the clock of the community", () => {
  it("is what the field shows, and leads back to the instant", () => {
    const at = new Date("2026-07-01T12:30:00Z");
    expect(wallOf(at, "Asia/Shanghai")).toBe("2026-07-01T20:30");
    expect(instantOf("2026-07-01T20:30", "Asia/Shanghai")).toEqual(at);
    expect(instantOf(wallOf(at, "Europe/Lisbon"), "Europe/Lisbon")).toEqual(at);
    expect(instantOf("", "Asia/Shanghai")).toBeNull();
  });
});

describe("reasons to filter by", () => {
  it("are those of silence, the most frequent first", () => {
    expect(reasonsOf([look("in_flow"), look("leave_room"), look("leave_room"), look("no_orphan", "no_orphan")])).toEqual(["leave_room", "in_flow"]);
  });
});
