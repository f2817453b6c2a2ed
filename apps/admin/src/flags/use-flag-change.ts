import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";

/** Returns what a decision about a flag does at its end: say so, and read all flags again. */
export function useFlagChange() {
  const trpc = useTRPC();
  return useToldChange(trpc.admin.flags.pathKey());
}
