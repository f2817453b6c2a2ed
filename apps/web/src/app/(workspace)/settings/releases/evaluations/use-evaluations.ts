"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";

export type Evaluation = Outputs["evaluations"]["list"]["items"][number];

const POLL_MILLISECONDS = 2_000;

/** Reads the evaluations, and reads them again and again while one of them runs. */
export function useEvaluations() {
  const trpc = useTRPC();
  const evaluations = useQuery({
    ...trpc.evaluations.list.queryOptions({}),
    refetchInterval: ({ state }) =>
      state.data?.items.some(isOpen) === true ? POLL_MILLISECONDS : false,
  });
  return {
    evaluations,
    latestOf: (releaseId: string) =>
      evaluations.data?.items.find((each) => each.releaseId === releaseId) ?? null,
  };
}

/** Returns whether an evaluation waits or runs. */
export function isOpen({ state }: Pick<Evaluation, "state">): boolean {
  return state === "queued" || state === "running";
}
