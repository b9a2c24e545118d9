import { useEffect, useRef } from "react";
import { useSearch } from "wouter";
import type { Message } from "@/api/shapes";

const EARLIER_AT_MOST = 40;

/** The message an address leads to: `?reply=` to answer it, `?at=` to see it. */
export function wanted(search: string): { id: number; reply: boolean } | null {
  const asked = new URLSearchParams(search);
  const reply = Number(asked.get("reply"));
  const at = Number(asked.get("at"));
  if (Number.isInteger(reply) && reply > 0) return { id: reply, reply: true };
  return Number.isInteger(at) && at > 0 ? { id: at, reply: false } : null;
}

interface Arriving {
  messages: readonly Message[];
  more: boolean;
  busy: boolean;
  earlier: () => void;
  go: (id: number) => void;
  reply: (message: Message) => void;
}

/** Go once to the message the address leads to, reading back as far as it takes. */
export function useArriving({ messages, more, busy, earlier, go, reply }: Arriving): void {
  const search = useSearch();
  const done = useRef("");
  const read = useRef(0);
  useEffect(() => {
    const goal = wanted(search);
    if (goal === null || done.current === search || messages.length === 0) return;
    const found = messages.find((message) => message.id === goal.id);
    if (found === undefined) {
      if (!more || read.current >= EARLIER_AT_MOST) done.current = search;
      else if (!busy) {
        read.current += 1;
        earlier();
      }
      return;
    }
    done.current = search;
    requestAnimationFrame(() => {
      go(found.id);
      if (goal.reply) reply(found);
    });
  }, [search, messages, more, busy, earlier, go, reply]);
}
