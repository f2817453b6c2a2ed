import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";

const tellEveryMs = 4000;

/** A batch as it stands; while it goes on, its time left is told anew. */
export function useBatch(id: string) {
  const trpc = useTRPC();
  return useQuery(
    trpc.batches.get.queryOptions(
      { id },
      { refetchInterval: ({ state }) => (state.data?.state === "running" ? tellEveryMs : false) },
    ),
  );
}
