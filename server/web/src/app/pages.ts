import type { Role } from "@/api/shapes";
import type { Key } from "@/words/words";

export type PageName =
  | "queue"
  | "room"
  | "review"
  | "library"
  | "ask"
  | "questions"
  | "import"
  | "paste"
  | "members"
  | "quiet"
  | "doctor";

export interface Page {
  name: PageName;
  title: Key;
  roles: readonly Role[] | "everyone";
}

const deciding: readonly Role[] = ["facilitator", "owner", "assistant"];
const drafting: readonly Role[] = [...deciding, "expert", "leader"];
const running: readonly Role[] = ["facilitator", "owner"];

/** Every page and the roles it is shown to, in the order of the menu. The API decides. */
export const pages: readonly Page[] = [
  { name: "queue", title: "page.queue", roles: drafting },
  { name: "review", title: "page.review", roles: ["expert", "owner"] },
  { name: "room", title: "page.room", roles: "everyone" },
  { name: "ask", title: "page.ask", roles: "everyone" },
  { name: "library", title: "page.library", roles: "everyone" },
  { name: "questions", title: "page.questions", roles: ["expert", "facilitator", "assistant", "owner"] },
  { name: "paste", title: "page.paste", roles: running },
  { name: "import", title: "page.import", roles: running },
  { name: "members", title: "page.members", roles: running },
  { name: "quiet", title: "page.quiet", roles: deciding },
  { name: "doctor", title: "page.doctor", roles: ["owner"] },
];

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
