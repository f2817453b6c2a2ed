"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Square } from "lucide-react";
import { useTranslations } from "next-intl";

/** Ends an operation after the run that it is at. */
export function StopButton({ id, name }: { id: string; name: string }) {
  const t = useTranslations("bulk");
  const { operations } = useTRPC().admin;
  const queryClient = useQueryClient();
  const stop = useMutation(
    operations.stop.mutationOptions({
      onSuccess: () => toast.note(t("stopping")),
      onError: (error) => toast.failed(t("notStopped"), problemOf(error).message),
      onSettled: () => queryClient.invalidateQueries({ queryKey: operations.pathKey() }),
    }),
  );

  return (
    <Button
      size="sm"
      icon={<Square aria-hidden />}
      loading={stop.isPending}
      aria-label={t("stopNamed", { name })}
      onClick={() => stop.mutate({ id })}
    >
      {t("stop")}
    </Button>
  );
}
