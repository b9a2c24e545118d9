import { describe, expect, test } from "vitest";
import type { Claim } from "@/api/shapes";
import { greenOf, nextLeft, nextOpen, openBehind, progressOf, sentencesOf, sidesOf, stretches } from "@/pages/review/spans";

function claim(state: Claim["state"]): Claim {
  return {
    id: 1,
    text: "",
    kind: "fact",
    state,
    supported: true,
    problems: [],
    own_words: false,
    own_by: null,
    rewording: null,
    original_text: null,
    reason: null,
    side: null,
    holders: 0,
    digest: "",
    citations: [],
  };
}

describe("marking what a claim rests on", () => {
  test("the marked words are the span's, and nothing is lost", () => {
    const cut = stretches("拆成两页,反而不砍了", [{ start: 5, end: 10 }]);
    expect(cut.filter((stretch) => stretch.marked).map((stretch) => stretch.text)).toEqual(["反而不砍了"]);
    expect(cut.map((stretch) => stretch.text).join("")).toBe("拆成两页,反而不砍了");
  });

  test("spans count code points, so an emoji is one", () => {
    expect(stretches("👍好用", [{ start: 1, end: 3 }])[1]).toEqual({ text: "好用", marked: true });
  });

  test("overlapping spans melt together; one that does not fit is left out", () => {
    const cut = stretches("abcdef", [{ start: 1, end: 4 }, { start: 2, end: 5 }, { start: 3, end: 99 }]);
    expect(cut.filter((stretch) => stretch.marked).map((stretch) => stretch.text).join("")).toBe("bcde");
  });
});

describe("going through claims", () => {
  const claims = [claim("approved"), claim("open"), claim("rejected"), claim("open")];

  test("the next open one is found, going round", () => {
    expect([nextOpen(claims, 1), nextOpen(claims, 3), nextOpen(claims, -1)]).toEqual([3, 1, 1]);
  });

  test("nothing is next when all are decided", () => {
    expect(nextOpen([claim("approved")], 0)).toBeNull();
  });

  test("progress counts what is decided and what is approved", () => {
    expect(progressOf(claims)).toEqual({ decided: 2, approved: 1, total: 4 });
  });
});

describe("reshaping claims", () => {
  const red = { ...claim("open"), supported: false };

  test("a claim is cut at its sentences, or at its clauses where it is one sentence", () => {
    expect(sentencesOf("先写。再改！")).toEqual(["先写。", "再改！"]);
    expect(sentencesOf("Cut it to 3.5 pages. Then ask.")).toEqual(["Cut it to 3.5 pages.", "Then ask."]);
    expect(sentencesOf("先写,再改")).toEqual(["先写,", "再改"]);
  });

  test("only open claims with a source are approved at once", () => {
    expect(greenOf([claim("open"), red, claim("approved")])).toHaveLength(1);
    expect(nextLeft([claim("open"), red])).toBe(1);
    expect(nextLeft([claim("open")])).toBeNull();
  });

  test("the one to merge with is the next open one", () => {
    const claims = [claim("open"), claim("approved"), red];
    expect(openBehind(claims, 0)).toBe(red);
    expect(openBehind(claims, 2)).toBeUndefined();
  });
});

test("what two or more sentences share a side number of stands side by side, a lone one does not", () => {
  const all = [{ side: null }, { side: 1 }, { side: 2 }, { side: 1 }, { side: 3 }, { side: 2 }, { side: 2 }];
  expect(sidesOf(all)).toEqual([
    [1, 3],
    [2, 5, 6],
  ]);
});
