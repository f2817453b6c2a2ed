"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

import { findTrail, type Trail } from "~/documents/trail";

/** The list that someone came from; null while it is not known, and for a document that was opened by its address. */
export function useTrailOf(id: string): { trail: Trail | null; isKnown: boolean } {
  const [found, setFound] = useState<{ id: string; trail: Trail | null } | null>(null);
  useEffect(() => setFound({ id, trail: findTrail(id) }), [id]);
  return { trail: found?.id === id ? found.trail : null, isKnown: found?.id === id };
}

/** The ids beside a document: in the list that someone came from, else among the newest. */
export function useNeighbours(id: string) {
  const trpc = useTRPC();
  const { trail, isKnown } = useTrailOf(id);
  const newest = useQuery(
    trpc.documents.list.queryOptions({ limit: 100 }, { enabled: isKnown && !trail }),
  );

  const ids = trail?.ids ?? newest.data?.items.map((item) => item.id) ?? [];
  const position = ids.indexOf(id);
  return {
    previous: position > 0 ? ids[position - 1] : undefined,
    next: position >= 0 ? ids[position + 1] : undefined,
  };
}

/** Returns a function that goes back to the list, to the place where it was left if the browser can tell. */
export function useWayBack(id: string): () => void {
  const router = useRouter();
  return () => {
    const href = findTrail(id)?.href ?? "/library";
    const left = entries().findLast(({ url }) => url === new URL(href, location.href).href);
    if (left) history.go(left.steps);
    else router.push(href);
  };
}

/** The pages before this one in the tab's history, where the browser tells of them. */
function entries(): { url: string; steps: number }[] {
  if (!("navigation" in window)) return [];
  const { currentEntry } = window.navigation;
  const now = currentEntry?.index ?? 0;
  return window.navigation
    .entries()
    .slice(0, now)
    .map(({ url, index }) => ({ url: url ?? "", steps: index - now }));
}
