"use client";

import { can } from "@besunny/api/browser/policy";
import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { BookOpen } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useShell } from "~/shell/shell-context";

/** Marks the project of the sample documents, and removes it with all that it brought. */
export function SampleNotice() {
  const t = useTranslations("onboarding");
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { role } = useShell();
  const [isAsking, setIsAsking] = useState(false);
  const remove = useMutation(
    trpc.onboarding.removeSample.mutationOptions({
      onSuccess({ deleted }) {
        toast.done(t("sampleRemoved", { count: deleted }));
        router.push("/");
        void queryClient.invalidateQueries();
      },
    }),
  );

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b bg-info-soft px-4 py-2 text-sm">
      <BookOpen aria-hidden className="size-4 shrink-0 text-info" />
      <p className="min-w-0 flex-1 basis-48">{t("sampleNotice")}</p>
      {can(role, "workspace.update") && (
        <Button size="sm" onClick={() => setIsAsking(true)}>
          {t("removeSample")}
        </Button>
      )}
      <Dialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={t("removeSampleTitle")}
        description={t("removeSampleText")}
        closeLabel={t("close")}
        actions={
          <>
            <Button onClick={() => setIsAsking(false)}>{t("cancel")}</Button>
            <Button variant="danger" loading={remove.isPending} onClick={() => remove.mutate({})}>
              {t("removeSampleButton")}
            </Button>
          </>
        }
      >
        {remove.error && <FormProblem problem={problemOf(remove.error)} />}
      </Dialog>
    </div>
  );
}
