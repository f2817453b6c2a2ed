"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { ListedDocument } from "~/documents/document";
import { useTray } from "~/upload/tray-context";

import type { News } from "./patched-pages";
import { useRefreshDocuments } from "./use-refresh-documents";

const settleMs = 400;

type Heard = News<ListedDocument>;

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
  const heard = useRef<Heard[]>([]);
  const refreshDocuments = useRefreshDocuments();

  function refreshSoon(item?: Heard) {
    if (item) heard.current.push(item);
    timer.current ??= setTimeout(() => {
      timer.current = null;
      void refreshDocuments(heard.current.splice(0));
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
          refreshSoon(document);
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
