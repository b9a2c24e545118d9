import { describe, expect, test } from "vitest";
import type { Suggestion } from "@/api/shapes";
import { arranged, emptyDeck, turned, type Deck, type Turn } from "@/pages/queue/deck";

function card(id: number, more: Partial<Suggestion> = {}): Suggestion {
  return {
    id,
    move: "no_orphan",
    lane: "obligation",
    audience: "public",
    speaker: "facilitator",
    speaker_name: null,
    to_name: null,
    text: `draft ${id}`,
    alternatives: [],
    anchors: [],
    cited: [],
    why: { code: "unanswered", text: "", facts: {} },
    rule: "",
    confidence: 0.8,
    checks: [],
    created_at: "2026-05-01T10:00:00Z",
    due_at: null,
    snoozed_until: null,
    from_history: false,
    platform: { max_characters: 8000, private: true }, zone: { id: 1, name: "main" },
    engine: "offline",
    cost: null,
    disclosure: "",
    state: "offered",
    may_accept: true,
    delivery: null,
    effect: null,
    not_done: null,
    ...more,
  };
}

function played(...turns: readonly Turn[]): Deck {
  return turns.reduce(turned, emptyDeck);
}

const ids = (cards: readonly Suggestion[]) => cards.map((one) => one.id);

describe("the order of cards", () => {
  test("debts lie before chances, history last, each in the order of the API", () => {
    const chance = card(1, { lane: "opportunity" });
    const old = card(2, { from_history: true });
    expect(ids(arranged([chance, old, card(3), card(4, { lane: "safety" })]))).toEqual([3, 4, 1, 2]);
  });
});

describe("what arrives", () => {
  test("the first cards are laid out at once and the first one is taken", () => {
    const deck = played({ kind: "arrive", cards: [card(1), card(2)] });
    expect([ids(deck.laid), deck.hand]).toEqual([[1, 2], 1]);
  });

  test("new cards wait and move neither the table nor the hand", () => {
    const deck = played({ kind: "arrive", cards: [card(1), card(2)] }, { kind: "take", id: 2 }, { kind: "arrive", cards: [card(3), card(1), card(2)] });
    expect([ids(deck.laid), deck.hand, ids(deck.fresh)]).toEqual([[1, 2], 2, [3]]);
  });

  test("laying the new ones out keeps the hand", () => {
    const deck = played(
      { kind: "arrive", cards: [card(1)] },
      { kind: "arrive", cards: [card(3), card(1)] },
      { kind: "lay" },
    );
    expect([ids(deck.laid), deck.hand, deck.fresh.length]).toEqual([[3, 1], 1, 0]);
  });

  test("a card decided elsewhere stays while it is in hand and leaves with the next step", () => {
    const elsewhere = played({ kind: "arrive", cards: [card(1), card(2)] }, { kind: "arrive", cards: [card(2)] });
    expect([ids(elsewhere.laid), [...elsewhere.gone]]).toEqual([[1, 2], [1]]);
    const moved = turned(elsewhere, { kind: "step", by: 1 });
    expect([ids(moved.laid), moved.hand]).toEqual([[2], 2]);
  });
});

describe("decisions", () => {
  const start: Turn = { kind: "arrive", cards: [card(1), card(2), card(3)] };

  test("the next card is taken, and the one before at the end", () => {
    expect(played(start, { kind: "take", id: 2 }, { kind: "decide", id: 2 }).hand).toBe(3);
    expect(played(start, { kind: "take", id: 3 }, { kind: "decide", id: 3 }).hand).toBe(2);
  });

  test("a late answer of the API does not bring a decided card back", () => {
    expect(ids(played(start, { kind: "decide", id: 1 }, start).laid)).toEqual([2, 3]);
  });

  test("undo puts the card back in hand, and it may arrive again", () => {
    const deck = played(start, { kind: "decide", id: 1 }, { kind: "return", card: card(1) }, start);
    expect([ids(deck.laid), deck.hand]).toEqual([[1, 2, 3], 1]);
  });

  test("with the last card decided, what waited is laid out", () => {
    const deck = played({ kind: "arrive", cards: [card(1)] }, { kind: "arrive", cards: [card(1), card(9)] }, { kind: "decide", id: 1 });
    expect([ids(deck.laid), deck.hand]).toEqual([[9], 9]);
  });
});
