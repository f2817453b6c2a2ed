"use client";

import { useSyncExternalStore } from "react";

/** The breakpoint `wide` of the theme. */
const query = "(min-width: 70rem)";

/** Returns true where a list has room for a table; on the server always. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => true,
  );
}

function subscribe(onChange: () => void): () => void {
  const list = matchMedia(query);
  list.addEventListener("change", onChange);
  return () => list.removeEventListener("change", onChange);
}
