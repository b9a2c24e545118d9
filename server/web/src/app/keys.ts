import { useEffect, useRef } from "react";

export type KeyActions = Partial<Record<string, () => void>>;

const KEPT = "simmer.keys";

/** Single-key shortcuts can be switched off (WCAG 2.1.4). */
export function keysAreOn(): boolean {
  return localStorage.getItem(KEPT) !== "off";
}

export function switchKeys(on: boolean): void {
  localStorage.setItem(KEPT, on ? "on" : "off");
}

const WRITES_NOTHING = new Set(["button", "checkbox", "color", "file", "image", "radio", "range", "reset", "submit"]);

/** Whether a letter typed into this element is text; a switch or a box to tick takes none. */
export function takesText(tag: string, type: string | null): boolean {
  if (tag === "INPUT") return !WRITES_NOTHING.has((type ?? "text").toLowerCase());
  return tag === "TEXTAREA" || tag === "SELECT";
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || takesText(target.tagName, target.getAttribute("type")));
}

function isCovered(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"]') !== null;
}

/** Call the action of a pressed key, unless somebody is writing, holds a modifier or has a dialog or a menu open. */
export function useKeys(actions: KeyActions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (isWriting(event.target) || !keysAreOn() || isCovered()) return;
      const action = latest.current[event.key];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
