import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";

import { isBusy, shownStateOf } from "./source-state";

const busyMs = 3_000;
const idleMs = 30_000;

/** Reads a source and its report. While it changes by itself, it is read again often. */
export function useSource(id: string) {
  const trpc = useTRPC();
  return useQuery(
    trpc.sources.get.queryOptions(
      { id },
      {
        refetchInterval: ({ state: { data } }) =>
          data && isBusy(shownStateOf(data.source, data.asOf)) ? busyMs : idleMs,
      },
    ),
  );
}
