"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";

import type { TranscriptTurn } from "../meeting";
import { firstTurnsInput, pagesBetween, turnsInput } from "./turn-pages";

/** Returns the first turns of a meeting, and how many there are. */
export function useFirstTurns(id: string) {
  const trpc = useTRPC();
  return useQuery(
    trpc.meetings.transcript.queryOptions(firstTurnsInput(id), {
      placeholderData: keepPreviousData,
    }),
  );
}

/** Returns what finds a turn by its number, of the first ones and of the pages in view. However long a meeting is, nothing else is fetched. */
export function useTurns(
  id: string,
  first: readonly TranscriptTurn[],
  inView: { first: number; last: number },
): (number: number) => TranscriptTurn | undefined {
  const trpc = useTRPC();
  const rest = useQueries({
    queries: pagesBetween(inView.first, inView.last)
      .filter((page) => page > 0)
      .map((page) =>
        trpc.meetings.transcript.queryOptions(turnsInput(id, page), {
          placeholderData: keepPreviousData,
        }),
      ),
    combine: (results) => results.flatMap(({ data }) => data?.items ?? []),
  });
  const known = new Map([...first, ...rest].map((turn) => [turn.number, turn]));
  return (number) => known.get(number);
}
