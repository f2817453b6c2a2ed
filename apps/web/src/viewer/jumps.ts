import { useSyncExternalStore } from "react";

let jumps = 0;
const listeners = new Set<() => void>();

/** Tells that somebody wants to see a place, though the address may be there already. */
export function jump(): void {
  jumps += 1;
  for (const listener of listeners) listener();
}

/** A number that changes with every jump. */
export function useJumps(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => jumps,
    () => 0,
  );
}
