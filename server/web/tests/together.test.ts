import { describe, expect, test } from "vitest";
import type { Citation, Claim, Pass, RunningRound } from "@/api/shapes";
import { nextPlace } from "@/pages/pass/turns";
import { askable } from "@/pages/review/AskTray";
import { clockOf, minutesOf, secondsLeft } from "@/pages/review/round";
import { byMessage } from "@/pages/review/spans";
import { standingOf } from "@/pages/review/walking";

function claim(state: Claim["state"], citations: Citation[] = []): Claim {
  return {
    id: 1,
    text: "两页",
    kind: "fact",
    state,
    supported: true,
    problems: [],
    own_words: false,
    own_by: null,
    original_text: null,
    rewording: null,
    reason: null,
    side: null,
    holders: 0,
    digest: "",
    citations,
  };
}

function cited(author_id: number | null, may_ask = true): Citation {
  return { message_id: 1, author: author_id === null ? null : `m${author_id}`, author_id, may_ask, at: "", text: "", start: 0, end: 0, quote: "" };
}

const round: RunningRound = {
  id: 1,
  by: "顾老师",
  began_at: "2026-03-02T04:00:00Z",
  present: ["顾老师", "周砚秋"],
  minutes: 20,
  seconds_left: 1200,
  paused: false,
  total: 2,
  settled: [{ claim_id: 1, text: "两页", outcome: "agreed", agree: 2, against: 1, by: "顾老师", mine: true }],
  point: null,
  tally: { agree: [], against: [], mine: null },
  open_questions: ["谁来收？"],
  over: false,
};

describe("reviewing together", () => {
  test("one asks others who are here, each once, never oneself", () => {
    expect(askable(claim("open", [cited(2), cited(2), cited(3, false), cited(9), cited(null)]), 9)).toEqual([{ id: 2, name: "m2" }]);
  });

  test("a message cited twice is shown once, with both spans", () => {
    const twice = [{ ...cited(2), start: 0, end: 1 }, { ...cited(3), message_id: 7 }, { ...cited(2), start: 4, end: 5 }];
    expect(byMessage(twice).map(({ said, marks }) => [said.message_id, marks.map((mark) => mark.start)])).toEqual([
      [1, [0, 4]],
      [7, [0]],
    ]);
  });

  test("a reopened claim of a signed article can be decided, a withdrawn article cannot", () => {
    expect(standingOf({ signed_by: "顾", state: "shelved" })).toEqual({ signed: true, closed: false });
    expect(standingOf({ signed_by: "顾", state: "withdrawn" }).closed).toBe(true);
  });
});

describe("a pass on a phone", () => {
  const pass: Pass["claims"] = (["approved", "open", "rejected", "open"] as const).map((state) => ({ article_id: 1, title: "t", claim: claim(state) }));

  test("goes onwards only, and ends with what was skipped still open", () => {
    expect(nextPlace(pass, -1)).toBe(1);
    expect(nextPlace(pass, 1)).toBe(3);
    expect(nextPlace(pass, 3)).toBeNull();
  });
});

describe("a round", () => {
  test("this screen counts on from what it heard, and stands still while the round is paused", () => {
    expect(secondsLeft({ round, at: 30_000 }, 90_000)).toBe(1140);
    expect(secondsLeft({ round: { ...round, paused: true }, at: 30_000 }, 500_000)).toBe(1200);
    const late = { round: { ...round, seconds_left: 3 }, at: 0 };
    expect(secondsLeft(late, 8_000)).toBe(-5);
    expect(clockOf(secondsLeft(late, 8_000))).toBe("0:05");
  });

  test("the minutes name what was agreed with its votes, and leave out what is empty", () => {
    const words = (key: string, facts: object = {}) => `${key}${Object.values(facts).join("")}`;
    const text = minutesOf(round, "3/2", words);
    expect(text).toContain("round.minutes_agreed\n- 两页 round.votes21");
    expect(text).toContain("round.minutes_open\n- 谁来收？");
    expect(text).not.toContain("round.minutes_parked");
    expect(text).toContain("顾老师word.and_between周砚秋");
  });
});
