"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

/** Results that are looked at for this long are those of a search, and not of words half written. */
const SETTLED_MS = 1_500;

type Found = Outputs["search"]["find"];
type Filters = Record<string, string>;
type Search = { q: string; filters: Record<string, unknown>; found: Found | undefined };

/**
 * Records a search once its results were looked at, or at once when one is opened. Returns the function that records which document was
 * opened and at which rank. It works behind the screen: a failure is of no concern to the reader.
 */
export function useSearchLog({ q, filters, found }: Search) {
  const trpc = useTRPC();
  const record = useMutation(trpc.analytics.recordSearch.mutationOptions({ retry: false }));
  const click = useMutation(trpc.analytics.recordClick.mutationOptions({ retry: false }));
  const recorded = useRef<{ found: Found; id: Promise<string | null> } | null>(null);

  function idOf(shown: Found): Promise<string | null> {
    if (recorded.current?.found === shown) return recorded.current.id;
    const { items, tookMs } = shown;
    const id = record
      .mutateAsync({
        kind: "search",
        words: q,
        filters: textsOf(filters),
        results: items.length,
        tookMs: Math.round(tookMs),
        byMeaning: items.filter(({ why }) => why.dense !== null).length,
        byWords: items.filter(({ why }) => why.lexical !== null).length,
      })
      .then(
        (made) => made.id,
        () => null,
      );
    recorded.current = { found: shown, id };
    return id;
  }

  const settle = useRef(idOf);
  settle.current = idOf;
  useEffect(() => {
    if (!found || q === "") return;
    const timer = setTimeout(() => void settle.current(found), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [found, q]);

  return async function opened(documentId: string, rank: number): Promise<void> {
    const id = found && (await idOf(found));
    if (id) click.mutate({ id, documentId, rank });
  };
}

function textsOf(filters: Record<string, unknown>): Filters {
  return Object.fromEntries(
    Object.entries(filters).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, String(value).slice(0, 200)]],
    ),
  );
}
