"use client";

import { useSyncExternalStore } from "react";

import { useFigureWiring } from "./figure-wiring";

/** The time zone of the person, or that of the browser; UTC while the server draws the page. */
export function useOwnZone(): string {
  const { timeZone } = useFigureWiring();
  const ofBrowser = useSyncExternalStore(
    () => () => undefined,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
  return timeZone ?? ofBrowser;
}
