"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";

/** As many turns as one search finds. */
export const MOST_FOUND = 1_000;

const settleMs = 200;

/** Looks for words in all that was said, also where it is not on the screen. */
export function useTranscriptSearch(id: string, onGo: (turn: number) => void) {
  const trpc = useTRPC();
  const [words, setWords] = useState("");
  const [asked, setAsked] = useState("");
  const [position, setPosition] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => {
      setAsked(words.trim());
      setPosition(0);
    }, settleMs);
    return () => clearTimeout(timer);
  }, [words]);
  const found = useQuery(
    trpc.meetings.transcript.queryOptions(
      { id, words: asked, limit: MOST_FOUND },
      { enabled: asked !== "", placeholderData: keepPreviousData },
    ),
  );
  const turns = asked === "" ? [] : (found.data?.items ?? []).map(({ number }) => number);

  return {
    words,
    asked,
    turns,
    total: asked === "" ? 0 : (found.data?.total ?? 0),
    position: Math.min(position, Math.max(0, turns.length - 1)),
    isSettled: asked !== "" && asked === words.trim() && !found.isFetching,
    look: setWords,
    /** Goes to the next turn that holds the words, or with -1 to the one before. */
    go(step: 1 | -1 | 0) {
      const next = turns.length === 0 ? -1 : (position + step + turns.length) % turns.length;
      const turn = turns[next];
      if (turn === undefined) return;
      setPosition(next);
      onGo(turn);
    },
  };
}

export type TranscriptSearch = ReturnType<typeof useTranscriptSearch>;
