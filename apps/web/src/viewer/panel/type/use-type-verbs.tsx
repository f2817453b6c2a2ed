"use client";

import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useNames } from "~/i18n/use-names";
import type { DocumentDetail } from "../../document-detail";

/** Corrects or confirms the type of a document. What was done can be taken back. */
export function useTypeVerbs({ id, type: current }: DocumentDetail) {
  const t = useTranslations("viewer");
  const { typeName } = useNames();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const settled = {
    onSuccess: () => queryClient.invalidateQueries(trpc.documents.pathFilter()),
    onError: (error: unknown) => toast.failed(problemOf(error).message),
  };
  const withdraw = useMutation(trpc.documents.withdrawType.mutationOptions(settled));
  const done = (sentence: string) =>
    toast.done(sentence, { label: t("undo"), run: () => withdraw.mutate({ id }) });
  const correction = useMutation(trpc.documents.correctType.mutationOptions(settled));
  const confirmation = useMutation(trpc.documents.confirmType.mutationOptions(settled));

  return {
    isPending: correction.isPending || confirmation.isPending,
    correct: (type: string) =>
      correction.mutate(
        { id, type },
        { onSuccess: () => done(t("corrected", { type: typeName(type) })) },
      ),
    confirm() {
      if (current === null) return;
      const said = { onSuccess: () => done(t("confirmed", { type: typeName(current) })) };
      confirmation.mutate({ id, type: current }, said);
    },
  };
}
