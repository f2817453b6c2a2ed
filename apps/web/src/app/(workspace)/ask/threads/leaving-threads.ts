import { useSyncExternalStore } from "react";

/** The conversations whose deletion can still be undone. They are hidden meanwhile. */
let leaving: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();
const none: ReadonlySet<string> = new Set();

/** Returns the ids of conversations that are about to be deleted. */
export function useLeaving(): ReadonlySet<string> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => leaving,
    () => none,
  );
}

/**
 * Hides a conversation and deletes it after `delayMs`, or when the person leaves the app before. Returns a function that brings it back until
 * then.
 */
export function deleteSoon(id: string, remove: () => void, delayMs: number): () => void {
  change((ids) => ids.add(id));
  const finish = () => {
    stop();
    remove();
  };
  const timer = setTimeout(finish, delayMs);
  window.addEventListener("pagehide", finish);

  function stop() {
    clearTimeout(timer);
    window.removeEventListener("pagehide", finish);
  }
  return () => {
    stop();
    change((ids) => ids.delete(id));
  };
}

function change(by: (ids: Set<string>) => void): void {
  const next = new Set(leaving);
  by(next);
  leaving = next;
  for (const listener of listeners) listener();
}
