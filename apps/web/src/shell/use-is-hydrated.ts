import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/**
 * Returns false on the server and while the browser takes over what the server drew. By then the shell may have loaded what a page asks for.
 * A page that showed it at once would differ from what the server drew.
 */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
