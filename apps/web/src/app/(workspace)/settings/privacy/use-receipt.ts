import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useQueryClient } from "@tanstack/react-query";

import { saveFile } from "../learning/save-file";

/** Returns what saves a receipt on the machine of the person. */
export function useReceipt(): (id: string) => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async (id) => {
    try {
      const signed = await queryClient.fetchQuery(trpc.privacy.receipt.queryOptions({ id }));
      saveFile(`receipt-${id}.json`, `${JSON.stringify(signed, null, 2)}\n`, "application/json");
    } catch (error) {
      toast.failed(problemOf(error).message, problemOf(error).hint ?? undefined);
    }
  };
}
