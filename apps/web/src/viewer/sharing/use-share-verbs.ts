import type { Outputs } from "@besunny/api/browser/outputs";
import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";

export type DocumentAccess = Outputs["sharing"]["access"];

/** Returns the actions on who sees a document. */
export function useShareVerbs() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const settled = {
    onSuccess: () => queryClient.invalidateQueries(trpc.sharing.pathFilter()),
    onError(error: unknown) {
      const { message, hint } = problemOf(error);
      toast.failed(message, hint ?? undefined);
    },
  };
  return {
    share: useMutation(trpc.sharing.share.mutationOptions(settled)),
    unshare: useMutation(trpc.sharing.unshare.mutationOptions(settled)),
    createLink: useMutation(trpc.sharing.createLink.mutationOptions(settled)),
    revokeLink: useMutation(trpc.sharing.revokeLink.mutationOptions(settled)),
  };
}
