"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Textarea } from "@besunny/ui/fields/input";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { type Release, useReleases } from "./use-releases";
import { useReleasesChanged } from "./use-releases-changed";

/** Asks whether an earlier release should decide again. A reason is welcome, and never needed. */
export function RollBackDialog({ release, onClose }: { release: Release; onClose: () => void }) {
  const t = useTranslations("releases");
  const trpc = useTRPC();
  const changed = useReleasesChanged();
  const { champion } = useReleases();
  const [reason, setReason] = useState("");
  const { number } = release;
  const rollBack = useMutation(
    trpc.releases.rollBack.mutationOptions(changed(t("rolledBack", { number }), onClose)),
  );

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("rollBackTitle", { number })}
      description={champion ? t("promoteHint", { number: champion.number }) : t("promoteFirstHint")}
      closeLabel={t("close")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            variant="primary"
            loading={rollBack.isPending}
            onClick={() => rollBack.mutate({ to: release.id, reason })}
          >
            {t("rollBack")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {rollBack.error && <FormProblem problem={problemOf(rollBack.error)} />}
        <Field label={t("reasonIfAny")}>
          {(control) => (
            <Textarea
              {...control}
              dir="auto"
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
