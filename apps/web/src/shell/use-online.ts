import { useSyncExternalStore } from "react";

/** Returns false while the browser knows that the network is away. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => navigator.onLine !== false,
    () => true,
  );
}

function subscribe(listener: () => void) {
  const listeners = new AbortController();
  for (const name of ["online", "offline"])
    window.addEventListener(name, listener, { signal: listeners.signal });
  return () => listeners.abort();
}
