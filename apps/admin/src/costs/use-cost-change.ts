import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";

/** Returns what a change does at its end: say so, and read prices and ends again. */
export function useCostChange() {
  const trpc = useTRPC();
  return useToldChange(trpc.admin.costs.pathKey());
}
