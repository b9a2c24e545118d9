import { expect, test } from "vitest";
import type { Membership } from "@/api/shapes";
import { homeOf } from "@/app/home";

function community(slug: string, language: string, is_sample: boolean): Membership {
  return { id: 1, slug, name: slug, language, timezone: "Etc/UTC", is_sample, role: "owner", member_id: 1, member_name: "Ines", pages_in: null };
}

const samples = [community("sample-zh", "zh", true), community("sample-en", "en", true)];

test("a reader begins in the sample of their language", () => {
  expect(homeOf(samples, null, "en")?.slug).toBe("sample-en");
  expect(homeOf(samples, null, "zh")?.slug).toBe("sample-zh");
});

test("what was chosen before stays, as long as it is theirs", () => {
  expect(homeOf(samples, "sample-zh", "en")?.slug).toBe("sample-zh");
  expect(homeOf(samples, "left-long-ago", "en")?.slug).toBe("sample-en");
});

test("their own community comes before a sample, and any before none", () => {
  expect(homeOf([...samples, community("managers", "en", false)], null, "en")?.slug).toBe("managers");
  expect(homeOf(samples.slice(0, 1), null, "en")?.slug).toBe("sample-zh");
  expect(homeOf([], null, "en")).toBeUndefined();
});
