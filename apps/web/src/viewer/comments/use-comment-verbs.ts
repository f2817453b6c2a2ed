import type { Outputs } from "@besunny/api/browser/outputs";
import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";

export type Comment = Outputs["comments"]["list"]["items"][number];
export type MentionedPerson = Outputs["comments"]["list"]["people"][number];

/** Returns the actions on comments. */
export function useCommentVerbs() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const settled = {
    onSuccess: () => queryClient.invalidateQueries(trpc.comments.pathFilter()),
    onError(error: unknown) {
      const { message, hint } = problemOf(error);
      toast.failed(message, hint ?? undefined);
    },
  };
  return {
    add: useMutation(trpc.comments.add.mutationOptions(settled)),
    change: useMutation(trpc.comments.change.mutationOptions(settled)),
    remove: useMutation(trpc.comments.delete.mutationOptions(settled)),
  };
}
