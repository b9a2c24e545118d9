import { expect, test } from "vitest";
import { takesText } from "@/app/keys";

test.each([
  ["INPUT", null, true],
  ["INPUT", "search", true],
  ["TEXTAREA", null, true],
  ["SELECT", null, true],
  ["INPUT", "radio", false],
  ["INPUT", "checkbox", false],
  ["BUTTON", "button", false],
])("a letter pressed in %s of type %s is text: %s", (tag, type, text) => {
  expect(takesText(tag, type)).toBe(text);
});
