import type { Suggestion } from "@/api/shapes";
import type { Key } from "@/words/words";
import { withoutMarks } from "@/words/marks";

/** The words of a draft a person may carry out by hand; null where none are meant for anybody else. */
export function outgoing(card: Suggestion): string | null {
  if (card.effect !== null) return card.effect.by_hand ? card.effect.notice : null;
  if (card.audience === "facilitator" || (card.audience === "private" && card.to_name === null)) return null;
  return withoutMarks(card.text, card.cited);
}

/** How many characters of a text count, and how many of them the platform does not take. */
export function measured(card: Suggestion, text: string): { count: number; over: number } {
  const count = Array.from(withoutMarks(text, card.cited).trim()).length;
  return { count, over: Math.max(0, count - card.platform.max_characters) };
}

/** Whether accepting posts something: to the group, to one member, or a notice. */
function isPosted(card: Suggestion): boolean {
  return card.effect === null ? outgoing(card) !== null : !card.effect.by_hand;
}

/** Why a draft cannot be accepted as it stands: too long there, or private where nothing is. */
export function unfit(card: Suggestion): { key: Key; facts: Record<string, number> } | null {
  if (!isPosted(card)) return null;
  if (!card.platform.private && (card.effect !== null || card.audience === "private")) return { key: "queue.not_private", facts: {} };
  const { over } = measured(card, card.effect?.notice ?? card.text);
  return over === 0 ? null : { key: "queue.too_long", facts: { count: over, limit: card.platform.max_characters } };
}

/** Where a draft goes once it is accepted. */
export function whereTo(card: Suggestion): Key {
  const ownAccount = card.speaker === "simmer";
  if (card.audience === "facilitator") return "queue.goes_nowhere";
  if (card.audience === "private" && card.to_name === null) return "queue.goes_to_nobody";
  if (card.audience === "private") return ownAccount ? "queue.goes_simmer_private" : "queue.goes_private";
  return ownAccount ? "queue.goes_simmer" : "queue.goes_public";
}

/** Whether a draft answers something of a paste, and not what was said in the room before. */
export function answersPaste(card: Suggestion, pasted: { message_ids: readonly number[] }): boolean {
  return !card.from_history && card.anchors.some((anchor) => pasted.message_ids.includes(anchor.id));
}
