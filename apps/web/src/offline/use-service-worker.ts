"use client";

import { useEffect } from "react";

/** Lets the browser show a page of our own while the network is away. Browsers without service workers go on without. */
export function useServiceWorker(): void {
  useEffect(() => {
    if ("serviceWorker" in navigator)
      void navigator.serviceWorker.register("/service-worker.js").catch(() => undefined);
  }, []);
}
