import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQueries } from "@tanstack/react-query";

import { countOnce, type TrayGroup, type TraySummary } from "../tray-item";

const tellEveryMs = 4000;

/** Counts the files of the tray once, with what the server says of their batches. */
export function useTrayCount(groups: readonly TrayGroup[]): TraySummary {
  const trpc = useTRPC();
  const ids = groups.flatMap(({ batchId }) => batchId ?? []);
  const batches = useQueries({
    queries: ids.map((id) =>
      trpc.batches.get.queryOptions(
        { id },
        { refetchInterval: ({ state }) => (state.data?.state === "running" ? tellEveryMs : false) },
      ),
    ),
  });
  return countOnce(groups, (id) => batches[ids.indexOf(id)]?.data?.totals);
}
