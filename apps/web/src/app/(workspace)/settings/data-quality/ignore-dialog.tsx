"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";

import type { Issue } from "./place";
import { useQualityChanged } from "./use-quality-changed";

/** Asks whether an issue is resolved or of no interest, and why. */
export function IgnoreDialog({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const t = useTranslations("dataQuality");
  const trpc = useTRPC();
  const changed = useQualityChanged();
  const reasonId = useId();
  const [reason, setReason] = useState("");
  const decide = useMutation(
    trpc.quality.decide.mutationOptions({
      async onSuccess() {
        onClose();
        toast.done(t("decided"));
        await changed();
      },
    }),
  );
  const say = (state: "resolved" | "ignored") => decide.mutate({ ids: [issue.id], state, reason });

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("decideOn", { title: issue.title })}
      description={t(`about_${issue.kind}`)}
      closeLabel={t("close")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button loading={decide.isPending} onClick={() => say("ignored")}>
            {t("ignore")}
          </Button>
          <Button variant="primary" loading={decide.isPending} onClick={() => say("resolved")}>
            {t("resolve")}
          </Button>
        </>
      }
    >
      {decide.error && <FormProblem problem={problemOf(decide.error)} />}
      <label htmlFor={reasonId} className="font-medium text-sm">
        {t("reason")}
      </label>
      <textarea
        id={reasonId}
        dir="auto"
        rows={3}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        className="mt-1 w-full rounded-md border border-n7 bg-n1 px-2.5 py-2"
      />
    </Dialog>
  );
}
