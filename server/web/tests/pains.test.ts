import { expect, test } from "vitest";
import type { Pain } from "@/api/shapes";
import { takingBack } from "@/pages/pains/paining";

const pain: Pain = {
  id: 1,
  words: "催不动",
  found_words: "催不动",
  state: "open",
  people: 1,
  silent: 0,
  taps: 0,
  first_at: "2026-03-02T01:00:00Z",
  last_at: "2026-03-02T01:00:00Z",
  messages: [],
  merged: [],
  merged_into: null,
};

test("each decision on a pain point has those that take it back", () => {
  expect(takingBack(pain, { decision: "pin" })).toEqual([{ decision: "unpin" }]);
  expect(takingBack(pain, { decision: "dismiss" })).toEqual([{ decision: "reopen" }]);
  expect(takingBack({ ...pain, state: "pinned" }, { decision: "merge", into: 2 })).toEqual([{ decision: "reopen" }, { decision: "pin" }]);
  expect(takingBack({ ...pain, state: "merged", merged_into: 2 }, { decision: "reopen" })).toEqual([{ decision: "merge", into: 2 }]);
  expect(takingBack({ ...pain, words: "没人敢催" }, { decision: "reword", words: "别的" })).toEqual([{ decision: "reword", words: "没人敢催" }]);
  expect(takingBack(pain, { decision: "reword", words: "别的" })).toEqual([{ decision: "reword", words: "" }]);
});
