"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

/** Returns the first steps of the person, read again whenever they come back, and the verbs of the list. */
export function useFirstSteps() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data } = useQuery(
    trpc.onboarding.firstSteps.queryOptions({}, { refetchOnMount: "always" }),
  );
  const note = useMutation(
    trpc.onboarding.note.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.onboarding.firstSteps.queryFilter()),
    }),
  );

  return {
    list: data ?? null,
    skip: () => note.mutateAsync({ what: "skipped" }),
    reopen: () => note.mutateAsync({ what: "reopened" }),
  };
}
