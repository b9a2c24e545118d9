import { useEffect, useRef, type KeyboardEvent, type RefObject } from "react";

const STOPS = "button, a[href]";

/** What can be pressed in a line, but for a part that keeps its own stops, such as an open text field. */
function stopsIn(line: HTMLElement): HTMLElement[] {
  return [...line.querySelectorAll<HTMLElement>(STOPS)].filter((one) => one.closest("[data-own-stops]") === null);
}

/** Where arrow keys lead from a place in a row of so many; null for a key that leads nowhere. */
export function stepTo(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowRight":
      return (at + 1) % count;
    case "ArrowLeft":
      return (at - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

interface OneStop {
  ref: RefObject<HTMLDivElement | null>;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onFocus: () => void;
}

/** A line is one stop of the tab key, whatever can be pressed in it; arrow keys go from one to the next. */
export function useOneStop(): OneStop {
  const ref = useRef<HTMLDivElement>(null);
  const last = useRef<HTMLElement | null>(null);
  const settle = () => {
    const line = ref.current;
    if (line === null) return;
    const stops = stopsIn(line);
    const focused = stops.find((one) => one === document.activeElement);
    const kept = last.current !== null && stops.includes(last.current) ? last.current : undefined;
    const stop = focused ?? kept ?? stops.find((one) => one.matches("[data-first-stop], [data-pick]")) ?? stops[0];
    last.current = focused ?? kept ?? null;
    for (const one of stops) one.tabIndex = one === stop ? 0 : -1;
  };
  useEffect(settle);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // A menu stands elsewhere in the document, but its keys arrive here as well.
    if (event.defaultPrevented || ref.current === null || !(event.target instanceof HTMLElement)) return;
    const stops = stopsIn(ref.current);
    const at = stops.indexOf(event.target);
    const next = at === -1 ? null : stepTo(event.key, at, stops.length);
    if (next === null) return;
    event.preventDefault();
    stops[next]?.focus();
  };
  return { ref, onKeyDown, onFocus: settle };
}
