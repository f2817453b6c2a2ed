"use client";

import { useEffect, useRef } from "react";

/** The action of each key: "mod+k" (⌘ or Ctrl), "?", "j", "Escape", or two keys after one another: "g l". */
export type Hotkeys = Record<string, (event: KeyboardEvent) => void>;

/** The keys of every part of the page that listens now. */
const listening = new Set<{ current: Hotkeys }>();

/** Listens for keys on the page; single keys stay silent while someone types in a field, a dialog is open, or they end a sequence. */
export function useHotkeys(hotkeys: Hotkeys): void {
  const latest = useRef(hotkeys);
  latest.current = hotkeys;

  useEffect(() => {
    let before = { key: "", at: 0 };

    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.altKey) return;
      const mod = event.metaKey || event.ctrlKey;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      if (!mod && (isTyping(event.target) || isBehindDialog(event.target))) return;
      if (key === "Enter" && isPressable(event.target)) return;

      const inSequence = event.timeStamp - before.at < 1200 ? `${before.key} ${key}` : "";
      const isElsewhere =
        inSequence !== "" &&
        !latest.current[inSequence] &&
        [...listening].some(({ current }) => current[inSequence]);
      if (isElsewhere && !mod) {
        before = { key, at: event.timeStamp };
        return;
      }
      const run =
        latest.current[mod ? `mod+${key}` : inSequence] ?? (mod ? undefined : latest.current[key]);
      before = { key: mod ? `mod+${key}` : key, at: event.timeStamp };
      if (!run) return;
      event.preventDefault();
      run(event);
    }

    listening.add(latest);
    window.addEventListener("keydown", onKeyDown);
    return () => {
      listening.delete(latest);
      window.removeEventListener("keydown", onKeyDown);
    };
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    target.getAttribute("type") !== "checkbox"
  );
}

/** Enter on a button or a link presses it, whatever else Enter does on the page. */
function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("a,button,summary") !== null;
}

function isBehindDialog(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('[role="dialog"],[role="menu"],[role="listbox"]') !== null
  );
}
