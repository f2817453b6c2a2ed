"use client";

import { useSyncExternalStore } from "react";

/** The time zone of the browser; UTC while the server draws the page. */
export function useOwnZone(): string {
  return useSyncExternalStore(
    () => () => undefined,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
}
