import type { Message, Messages } from "@/api/shapes";

/** Pages of talk, newest page first, as one row of messages, oldest first and each once. */
export function joined(pages: readonly Messages[]): readonly Message[] {
  const seen = new Map<number, Message>();
  for (const page of [...pages].reverse()) for (const message of page.messages) seen.set(message.id, message);
  return [...seen.values()].sort((one, other) => one.at.localeCompare(other.at) || one.id - other.id);
}

/** Whether a message follows one of the same speaker so closely that the name, and what stands beside it, is not repeated. */
export function continues(message: Message, before: Message | undefined): boolean {
  if (before === undefined || before.recalled || message.private !== before.private || message.drafted !== before.drafted) return false;
  const near = Date.parse(message.at) - Date.parse(before.at) < 5 * 60_000;
  const same = message.by_simmer ? before.by_simmer : message.author !== null && message.author.id === before.author?.id;
  return near && same && message.reply_to === null;
}

/** A text that calls Simmer is a question to the library. */
export function asksLibrary(text: string): boolean {
  return /[@＠]\s*(?:simmer(?![a-z0-9_])|小火慢炖)|问知识库|ask the library/i.test(text);
}

/** A stamp under which a message is posted once, however often it is sent. */
export function freshKey(): string {
  return `web-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
}
