"use client";

import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { useLanguage } from "~/i18n/use-language";
import { useRefreshDocuments } from "~/live/use-refresh-documents";
import { useShell } from "~/shell/shell-context";

/** As many documents as one request may name. */
const MOST_AT_ONCE = 200;

/** Returns the automations that the person may run on documents, and the verb that runs one. */
export function useRunNow() {
  const t = useTranslations("automations");
  const trpc = useTRPC();
  const language = useLanguage();
  const { role } = useShell();
  const refresh = useRefreshDocuments();
  const list = useQuery(
    trpc.automations.list.queryOptions({ language }, { enabled: role !== "viewer" }),
  );
  const runNow = useMutation(
    trpc.automations.runNow.mutationOptions({
      onSuccess({ began, left }) {
        const [first] = left;
        const because = first?.because ?? "";
        const more = first ? t("runNowLeft", { count: left.length, because }) : undefined;
        if (began.length > 0)
          toast.done([t("runNowBegan", { count: began.length }), more].filter(Boolean).join(". "));
        else toast.failed(t("runNowBegan", { count: 0 }), more);
        refresh();
      },
      onError(error) {
        const { message, hint } = problemOf(error);
        toast.failed(message, hint ?? undefined);
      },
    }),
  );

  return {
    automations: (list.data?.items ?? []).filter(
      ({ state, mayChange }) => state === "on" && mayChange,
    ),
    run: (id: string, documentIds: readonly string[]) =>
      runNow.mutateAsync({ id, documentIds: documentIds.slice(0, MOST_AT_ONCE) }),
  };
}
