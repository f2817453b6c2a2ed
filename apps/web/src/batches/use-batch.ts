import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";

const tellEveryMs = 4000;

/** Reads a batch. While it runs, it is read again every four seconds, for the time left. */
export function useBatch(id: string) {
  const trpc = useTRPC();
  return useQuery(
    trpc.batches.get.queryOptions(
      { id },
      { refetchInterval: ({ state }) => (state.data?.state === "running" ? tellEveryMs : false) },
    ),
  );
}
