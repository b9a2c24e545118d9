import { expect, test } from "vitest";
import type { Message, Messages } from "@/api/shapes";
import { staleKeys } from "@/app/live";
import { landingOf, mayOpen } from "@/app/pages";
import { decoded, headerCells, mapped, said } from "@/pages/import/columns";
import { asksLibrary, continues, joined } from "@/pages/room/talk";
import { message } from "./messages";

test("pages of talk are joined oldest first, each message once", () => {
  const page = (...messages: Message[]): Messages => ({ messages, more: false });
  expect(joined([page(message(3), message(4)), page(message(1), message(3))]).map(({ id }) => id)).toEqual([1, 3, 4]);
});

test("a speaker is not named again within five minutes, except for a reply, a private word or a draft", () => {
  expect(continues(message(2), message(1))).toBe(true);
  expect(continues(message(9), message(1))).toBe(false);
  expect(continues(message(2, { private: true }), message(1))).toBe(false);
  expect(continues(message(2, { drafted: true }), message(1))).toBe(false);
  expect(continues(message(2), message(1, { drafted: true }))).toBe(false);
  expect(continues(message(2, { reply_to: { id: 1, author: "a", text: "" } }), message(1))).toBe(false);
});

test.each([
  ["@Simmer 家长半夜发消息要不要回", true],
  ["那就＠小火慢炖 查一下", true],
  ["@simmering", false],
  ["问知识库 怎么开复盘会", true],
  ["小林上次说得对", false],
])("%s asks the library: %s", (text, asks) => {
  expect(asksLibrary(text)).toBe(asks);
});

test("a reaction makes only its own zone stale", () => {
  expect(staleKeys("reaction", { id: 5, zone: 7 }, 1)).toEqual([["messages", 7]]);
});

test("a member opens the room but neither drafts nor the doctor", () => {
  expect(mayOpen("member", "room")).toBe(true);
  expect(mayOpen("member", "queue")).toBe(false);
  expect(mayOpen("facilitator", "doctor")).toBe(false);
  expect([landingOf("owner"), landingOf("expert"), landingOf("member")]).toEqual(["queue", "review", "room"]);
});

test("the columns of a table are read from its first line", () => {
  expect(headerCells('\uFEFF"时间",发送者,"内容, 原文",编号\n2026,a,b,1')).toEqual(["时间", "发送者", "内容, 原文", "编号"]);
  expect(headerCells("time\tsender, full\ttext\n")).toEqual(["time", "sender, full", "text"]);
  expect(decoded(new Uint8Array([0xca, 0xb1, 0xbc, 0xe4]).buffer)).toBe("时间");
});

test("a column is said, and taken back", () => {
  expect(mapped({ time: "时间" }, "text", "内容")).toEqual({ time: "时间", text: "内容" });
  expect(mapped({ time: "时间" }, "time", "")).toEqual({});
  expect(said({ time: "时间", sender: "昵称" })).toBe("time=时间,sender=昵称");
});
