"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { BookOpen } from "lucide-react";
import { useTranslations } from "next-intl";

/** The button that adds a copy of the sample documents to the workspace. */
export function StartSample() {
  const t = useTranslations("onboarding");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const start = useMutation(
    trpc.onboarding.startSample.mutationOptions({
      async onSuccess() {
        toast.done(t("sampleStarted"));
        await Promise.all([
          queryClient.invalidateQueries(trpc.documents.pathFilter()),
          queryClient.invalidateQueries(trpc.projects.pathFilter()),
          queryClient.invalidateQueries(trpc.onboarding.pathFilter()),
        ]);
      },
      onError: (error) => toast.failed(problemOf(error).message),
    }),
  );

  return (
    <Button
      icon={<BookOpen aria-hidden />}
      loading={start.isPending}
      onClick={() => start.mutate({ name: t("sampleName"), description: t("sampleDescription") })}
    >
      {t("startSample")}
    </Button>
  );
}
