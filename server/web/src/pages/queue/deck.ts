import type { Suggestion } from "@/api/shapes";

export type Pile = "debts" | "chances" | "history";

export const piles: readonly Pile[] = ["debts", "chances", "history"];

/**
 * The cards on the table. What arrives while somebody works waits in `fresh`: nothing moves the
 * card in hand but the person. A card decided elsewhere stays visible while it is in hand.
 */
export interface Deck {
  laid: readonly Suggestion[];
  fresh: readonly Suggestion[];
  hand: number | null;
  gone: ReadonlySet<number>;
  decided: ReadonlySet<number>;
}

export type Turn =
  | { kind: "arrive"; cards: readonly Suggestion[] }
  | { kind: "lay" }
  | { kind: "take"; id: number }
  | { kind: "step"; by: 1 | -1 }
  | { kind: "decide"; id: number }
  | { kind: "return"; card: Suggestion };

export const emptyDeck: Deck = { laid: [], fresh: [], hand: null, gone: new Set(), decided: new Set() };

/** Debts first; what an import brought up comes last. */
export function pileOf(card: Suggestion): Pile {
  if (card.from_history) return "history";
  return card.lane === "opportunity" || card.lane === "calendar" ? "chances" : "debts";
}

/** Cards by pile; inside a pile the order of the API (most urgent, then newest) is kept. */
export function arranged(cards: readonly Suggestion[]): readonly Suggestion[] {
  return piles.flatMap((pile) => cards.filter((card) => pileOf(card) === pile));
}

function without<T extends { id: number }>(cards: readonly T[], id: number): readonly T[] {
  return cards.filter((card) => card.id !== id);
}

/** The card that is in hand when `id` leaves: the next one, else the one before. */
function successor(cards: readonly Suggestion[], id: number): number | null {
  const place = cards.findIndex((card) => card.id === id);
  return (cards[place + 1] ?? cards[place - 1])?.id ?? null;
}

function arrive(deck: Deck, cards: readonly Suggestion[]): Deck {
  const coming = arranged(cards.filter((card) => !deck.decided.has(card.id)));
  if (deck.laid.length === 0) {
    return { ...deck, laid: coming, fresh: [], hand: coming[0]?.id ?? null, gone: new Set() };
  }
  const known = new Map(coming.map((card) => [card.id, card]));
  const kept = deck.laid.filter((card) => known.has(card.id) || card.id === deck.hand);
  const laid = kept.map((card) => known.get(card.id) ?? card);
  const onTable = new Set(laid.map((card) => card.id));
  const gone = new Set(laid.filter((card) => !known.has(card.id)).map((card) => card.id));
  return { ...deck, laid, gone, fresh: coming.filter((card) => !onTable.has(card.id)) };
}

function lay(deck: Deck): Deck {
  const laid = arranged([...deck.fresh, ...deck.laid]);
  return { ...deck, laid, fresh: [], hand: deck.hand ?? laid[0]?.id ?? null };
}

function step(deck: Deck, by: 1 | -1): Deck {
  const place = deck.laid.findIndex((card) => card.id === deck.hand);
  const next = deck.laid[place + by];
  if (next === undefined) return deck;
  return leave(deck, next.id);
}

/** Take another card; one that was decided elsewhere leaves the table with that. */
function leave(deck: Deck, next: number): Deck {
  const laid = deck.laid.filter((card) => !deck.gone.has(card.id));
  return { ...deck, laid, gone: new Set(), hand: next };
}

function decide(deck: Deck, id: number): Deck {
  const hand = deck.hand === id ? successor(deck.laid, id) : deck.hand;
  const decided = new Set([...deck.decided, id]);
  const left = { ...deck, laid: without(deck.laid, id), hand, decided };
  return left.laid.length === 0 ? lay(left) : left;
}

function giveBack(deck: Deck, card: Suggestion): Deck {
  const decided = new Set([...deck.decided].filter((id) => id !== card.id));
  return { ...deck, laid: arranged([card, ...without(deck.laid, card.id)]), hand: card.id, decided };
}

export function turned(deck: Deck, turn: Turn): Deck {
  switch (turn.kind) {
    case "arrive":
      return arrive(deck, turn.cards);
    case "lay":
      return lay(deck);
    case "take":
      return leave(deck, turn.id);
    case "step":
      return step(deck, turn.by);
    case "decide":
      return decide(deck, turn.id);
    case "return":
      return giveBack(deck, turn.card);
  }
}
