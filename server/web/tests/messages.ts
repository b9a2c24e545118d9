import type { Message } from "@/api/shapes";

/** A message as the room gets it; what matters to a test is said in `more`. */
export function message(id: number, more: Partial<Message> = {}): Message {
  return {
    id,
    author: { id: 1, name: "小林", role: "member" },
    by_simmer: false,
    approved_by: null,
    drafted: false,
    at: `2026-05-01T10:0${id}:00Z`,
    text: "",
    kind: "text",
    cited: [],
    reply_to: null,
    private: false,
    edited: false,
    recalled: false,
    removed: false,
    reactions: [],
    thread: null,
    link: null,
    marks: [],
    ...more,
  };
}
