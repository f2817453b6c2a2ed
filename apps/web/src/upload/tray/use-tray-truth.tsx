"use client";

import { useTRPCClient } from "@besunny/web-kit/trpc/client";
import { useEffect, useRef } from "react";

import { useTray } from "../tray-context";

/** Fills the tray once after a load from what the server knows. */
export function useTrayTruth(): void {
  const { store } = useTray();
  const client = useTRPCClient();
  const hasAsked = useRef(false);

  useEffect(() => {
    if (hasAsked.current) return;
    hasAsked.current = true;
    void client.documents.list
      .query({ limit: 200 })
      .then(({ items }) => store.restore(items))
      .catch(() => undefined);
  }, [client, store]);
}
