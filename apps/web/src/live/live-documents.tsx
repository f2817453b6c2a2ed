"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useTray } from "~/upload/tray-context";

const settleMs = 400;

/**
 * Listens for every change of a document in the workspace and brings the screen up to date. The server ends the connection when the
 * person's rights change. The page then asks again for what they may see; a person who is signed out goes to the sign-in.
 */
export function LiveDocuments() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const { store } = useTray();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  function refreshSoon() {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      void queryClient.invalidateQueries(trpc.documents.pathFilter());
      void queryClient.invalidateQueries(trpc.batches.pathFilter());
      void queryClient.invalidateQueries(trpc.views.pathFilter());
    }, settleMs);
  }

  const { status } = useSubscription(
    trpc.documents.watch.subscriptionOptions(
      {},
      {
        onData({ data: document }) {
          if (!("isGone" in document)) store.hear(document);
          refreshSoon();
        },
        onError(error) {
          if (problemOf(error).code !== "UNAUTHENTICATED") return;
          const { pathname, search } = window.location;
          window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
        },
      },
    ),
  );

  // Changes are missed while the connection is down: ask once when it is up again.
  const wasDown = useRef(false);
  useEffect(() => {
    if (status === "pending" && wasDown.current) {
      refreshSoon();
      router.refresh();
    }
    wasDown.current = status === "connecting" || status === "error";
  });
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);

  return null;
}
