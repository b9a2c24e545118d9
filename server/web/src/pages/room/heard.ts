import type { Mark, Message, Role } from "@/api/shapes";

/** Below this a link or a mark is a guess: drawn dashed, and said with a "maybe". */
export const SURE = 0.5;
const SHADES = 7;
const PLAIN = 0.8;

/** Where a message stands among the threads of what is shown. */
export interface Sight {
  root: number;
  /** One of seven colours; null for a message that is alone with its topic here. */
  shade: number | null;
  unsure: boolean;
  /** What it answers, where neither the platform nor its place shows it. */
  answers: Answers | null;
}

export type Answers = NonNullable<NonNullable<Message["link"]>["answers"]>;

function rootOf(message: Message, roots: ReadonlyMap<number, number>): number {
  return message.thread ?? roots.get(message.reply_to?.id ?? 0) ?? message.id;
}

function isUnsure(message: Message): boolean {
  return message.link !== null && message.link.parent_id !== null && message.link.confidence < SURE;
}

/** What a message answers is said unless it is sure and stands right above, or the line above answers the same. */
function answersOf(message: Message, before: Message | undefined): Answers | null {
  const parent = message.link?.parent_id;
  const follows = before !== undefined && (before.id === parent || before.link?.parent_id === parent);
  return follows && !isUnsure(message) ? null : (message.link?.answers ?? null);
}

/** The threads of what is shown, oldest first, by message. */
export function sights(messages: readonly Message[]): ReadonlyMap<number, Sight> {
  const roots = new Map<number, number>();
  const sizes = new Map<number, number>();
  for (const message of messages) {
    const root = rootOf(message, roots);
    roots.set(message.id, root);
    sizes.set(root, (sizes.get(root) ?? 0) + 1);
  }
  return new Map(
    messages.map((message, place) => {
      const root = roots.get(message.id) ?? message.id;
      const alone = root === message.id && sizes.get(root) === 1;
      return [message.id, { root, shade: alone ? null : root % SHADES, unsure: isUnsure(message), answers: answersOf(message, messages[place - 1]) }];
    }),
  );
}

const hosts: readonly Role[] = ["facilitator", "owner", "assistant"];

/** Threads are drawn for hosts and left out for members, until somebody chooses otherwise. */
export function drawsThreads(role: Role, kept: string | null): boolean {
  return kept === null ? hosts.includes(role) : kept === "on";
}

/** Hosts may move any message, others their own; a private word or one taken back stays. */
export function mayMove(message: Message, role: Role, mine: boolean): boolean {
  return (mine || hosts.includes(role)) && !message.private && !message.recalled && message.kind !== "system";
}

/** Which messages one may answer: those before it that everybody sees, but not the one it answers now. */
export function pickable(messages: readonly Message[], moved: Message): ReadonlySet<number> {
  const place = messages.findIndex(({ id }) => id === moved.id);
  const now = moved.link?.parent_id ?? moved.reply_to?.id;
  return new Set(messages.slice(0, Math.max(0, place)).flatMap((one) => (one.private || one.recalled || one.kind === "system" || one.id === now ? [] : [one.id])));
}

export type Sureness = "sure" | "likely" | "guess";

/** A confidence in words. */
export function sureness(confidence: number): Sureness {
  if (confidence < SURE) return "guess";
  return confidence < PLAIN ? "likely" : "sure";
}

const careful = new Set<Mark["kind"]>(["conflict", "put_down", "offence", "advert", "personal_data", "injection", "off_topic", "flood"]);
const asking = new Set<Mark["kind"]>(["question", "bare_question", "unresolved", "stuck", "buried"]);
const tender = new Set<Mark["kind"]>(["distress", "grief", "illness", "leaving"]);

/** The picture of a mark: somebody's trouble, something to look at, a question, or just heard. */
export function picture(kind: Mark["kind"]): "heart" | "flag" | "questions" | "ear" {
  if (tender.has(kind)) return "heart";
  if (careful.has(kind)) return "flag";
  return asking.has(kind) ? "questions" : "ear";
}
