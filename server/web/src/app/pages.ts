import type { Membership, Role } from "@/api/shapes";
import type { Key } from "@/words/words";

export type PageName =
  | "queue"
  | "duty"
  | "room"
  | "review"
  | "library"
  | "upkeep"
  | "ask"
  | "questions"
  | "import"
  | "paste"
  | "pains"
  | "members"
  | "quiet"
  | "health"
  | "me"
  | "settings"
  | "outward"
  | "doctor"
  | "new";

/** Parts of the menu: what there is to do, to know, to watch, to set up. What is one's own stands elsewhere. */
export type Section = "now" | "knowledge" | "watch" | "setup" | "own";

export interface Page {
  name: PageName;
  section: Section;
  title: Key;
  /** A shorter title for the small tabs of a phone. */
  short?: Key;
  roles: readonly Role[] | "everyone";
}

const deciding: readonly Role[] = ["facilitator", "owner", "assistant"];
const drafting: readonly Role[] = [...deciding, "expert", "leader"];
const running: readonly Role[] = ["facilitator", "owner"];

/** Every page and the roles it is shown to, in the order of the menu. The API decides. */
export const pages: readonly Page[] = [
  { name: "queue", section: "now", title: "page.queue", roles: drafting },
  { name: "duty", section: "now", title: "page.duty", short: "page.duty_short", roles: deciding },
  { name: "room", section: "now", title: "page.room", roles: "everyone" },
  { name: "review", section: "knowledge", title: "page.review", roles: ["expert", "owner"] },
  { name: "ask", section: "knowledge", title: "page.ask", roles: "everyone" },
  { name: "library", section: "knowledge", title: "page.library", roles: "everyone" },
  { name: "upkeep", section: "knowledge", title: "page.upkeep", roles: ["expert", "owner", "facilitator", "leader"] },
  { name: "questions", section: "knowledge", title: "page.questions", roles: ["expert", "facilitator", "assistant", "owner"] },
  { name: "pains", section: "watch", title: "page.pains", roles: [...running, "expert"] },
  { name: "members", section: "watch", title: "page.members", roles: running },
  { name: "health", section: "watch", title: "page.health", roles: ["facilitator", "owner", "leader"] },
  { name: "quiet", section: "watch", title: "page.quiet", roles: deciding },
  { name: "paste", section: "setup", title: "page.paste", roles: running },
  { name: "import", section: "setup", title: "page.import", roles: running },
  { name: "settings", section: "setup", title: "page.settings", roles: running },
  { name: "outward", section: "setup", title: "page.outward", roles: ["owner"] },
  { name: "doctor", section: "setup", title: "page.doctor", roles: ["owner"] },
  { name: "me", section: "own", title: "page.me", roles: "everyone" },
  { name: "new", section: "own", title: "community.new", roles: "everyone" },
];

/** What stands in the menu itself. */
export function menuFor(role: Role): readonly Page[] {
  return pagesFor(role).filter((page) => page.section !== "own");
}

export function pagesFor(role: Role): readonly Page[] {
  return pages.filter((page) => page.roles === "everyone" || page.roles.includes(role));
}

export function mayOpen(role: Role, name: PageName): boolean {
  return pagesFor(role).some((page) => page.name === name);
}

/** The page somebody begins with: where they are waited for. */
export function landingOf(role: Role): PageName {
  if (deciding.includes(role)) return "queue";
  return role === "expert" ? "review" : "room";
}

/** Whether somebody may begin one more community: whoever owns one. */
export function ownsOne(communities: readonly Membership[]): boolean {
  return communities.some((one) => one.role === "owner");
}
