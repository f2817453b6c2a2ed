"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo, useState } from "react";

import type { Span } from "../place";
import { findWords, fold } from "./find-words";

const none: readonly Span[] = [];

/** Looks for words in the text of a document while the find bar is open. */
export function useFind(id: string, canFind: boolean) {
  const trpc = useTRPC();
  const [words, setWords] = useState<string | null>(null);
  const [position, setPosition] = useState(0);
  const [jump, setJump] = useState(0);
  const isOpen = words !== null && canFind;
  const text = useQuery(
    trpc.documents.text.queryOptions(
      { id },
      { enabled: isOpen, staleTime: Number.POSITIVE_INFINITY },
    ),
  );
  const asked = useDeferredValue(words ?? "");
  const folded = useMemo(() => text.data && fold(text.data.text), [text.data]);
  const hits = useMemo(
    () => (isOpen && folded && asked.trim() !== "" ? findWords(folded, asked) : none),
    [isOpen, folded, asked],
  );
  const hit = hits[Math.min(position, hits.length - 1)] ?? null;
  const page = hit && text.data?.pages.find(({ span }) => span[1] > hit[0])?.number;

  function go(step: 1 | -1) {
    if (hits.length === 0) return;
    setPosition((Math.min(position, hits.length - 1) + step + hits.length) % hits.length);
    setJump(jump + 1);
  }

  return {
    words,
    isOpen,
    isLooking: isOpen && text.isPending,
    hits,
    position: hits.length === 0 ? -1 : Math.min(position, hits.length - 1),
    /** The place that is shown now. */
    shown: hit && { page: page ?? 1, span: hit, jump: 1_000_000 + jump },
    open: () => setWords((before) => before ?? ""),
    close: () => setWords(null),
    go,
    look(next: string) {
      setWords(next);
      setPosition(0);
    },
  };
}

export type Finding = ReturnType<typeof useFind>;
