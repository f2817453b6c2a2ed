"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

/** Ticks the step of seeing the place of a fact, once words of a document are marked. */
export function useNotePlaceSeen(isMarked: boolean): void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data } = useQuery(trpc.onboarding.firstSteps.queryOptions({}, { enabled: isMarked }));
  const { mutate } = useMutation(
    trpc.onboarding.note.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.onboarding.firstSteps.queryFilter()),
    }),
  );
  const isOpen = data?.steps.some(({ step, isDone }) => step === "place" && !isDone) ?? false;

  useEffect(() => {
    if (isMarked && isOpen) mutate({ what: "placeSeen" });
  }, [isMarked, isOpen, mutate]);
}
