import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

/** Returns what a work on keys does at its end: say how many were wrapped, or why not, and read again. */
export function useToldKeys() {
  const t = useTranslations("encryption");
  const trpc = useTRPC();
  const cache = useQueryClient();
  return {
    onSuccess: ({ rewrapped, failed }: { rewrapped: number; failed: number }) => {
      if (failed > 0) toast.failed(t("someFailed", { count: failed }), t("someFailedHint"));
      else toast.done(t("rewrapped", { count: rewrapped }));
    },
    onError: (error: unknown) => {
      const { message, hint } = problemOf(error);
      toast.failed(message, hint ?? undefined);
    },
    onSettled: () => cache.invalidateQueries({ queryKey: trpc.admin.encryption.pathKey() }),
  };
}
