import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";

/** Returns what a change of plans and limits does at its end: say so, and read them again. */
export function useBillingDone() {
  const trpc = useTRPC();
  return useToldChange(trpc.admin.billing.pathKey());
}
