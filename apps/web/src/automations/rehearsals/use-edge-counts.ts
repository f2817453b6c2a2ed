"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useFormatter } from "next-intl";

const EVERY_MS = 1_000;

/** Returns how many documents of the newest rehearsal went along a line of the drawing; empty where none is known. */
export function useEdgeCounts(automationId: string | null): (edge: string) => string {
  const trpc = useTRPC();
  const format = useFormatter();
  const { data } = useQuery(
    trpc.automations.rehearsals.queryOptions(
      { id: automationId ?? "" },
      {
        enabled: automationId !== null,
        refetchInterval: ({ state: { data } }) =>
          data?.items[0]?.state === "running" ? EVERY_MS : false,
      },
    ),
  );
  const newest = data?.items.find(({ state }) => state === "done");
  return (edge) => (newest ? format.number(newest.counts.edges[edge] ?? 0) : "");
}
