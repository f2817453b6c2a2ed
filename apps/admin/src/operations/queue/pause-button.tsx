"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { functionName } from "../function-name";

/** Holds a function back, or lets it go on. */
export function PauseButton({ functionId, isPaused }: { functionId: string; isPaused: boolean }) {
  const t = useTranslations("queue");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const name = functionName(functionId);
  const { runs } = trpc.admin;
  const mutation = useMutation(
    (isPaused ? runs.resumeFunction : runs.pauseFunction).mutationOptions({
      onSuccess: () => toast.done(t(isPaused ? "resumedDone" : "pausedDone", { name })),
      onError: (error) => toast.failed(t("notDone"), problemOf(error).message),
      onSettled: () => queryClient.invalidateQueries({ queryKey: runs.pathKey() }),
    }),
  );

  return (
    <Button
      size="sm"
      variant="ghost"
      loading={mutation.isPending}
      icon={isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
      aria-label={t(isPaused ? "resumeNamed" : "pauseNamed", { name })}
      onClick={() => mutation.mutate({ functionId })}
    >
      {t(isPaused ? "resume" : "pause")}
    </Button>
  );
}
