"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import type { RehearsalDetail } from "./rehearsal";

/** Applies a rehearsal, shows its batch, and takes back what it did. Whatever cannot be taken back is named before. */
export function Applying({
  rehearsal,
  mayChange,
}: {
  rehearsal: RehearsalDetail;
  mayChange: boolean;
}) {
  const t = useTranslations("rehearsals");
  const trpc = useTRPC();
  const told = useToldChange(trpc.automations.pathKey());
  const apply = useMutation(trpc.automations.applyTo.mutationOptions());
  const undo = useMutation(trpc.automations.undoApplied.mutationOptions());
  const [isAsked, ask] = useState(false);
  const { id, batchId, counts, undo: undone } = rehearsal;

  if (batchId !== null)
    return (
      <section aria-label={t("applied")} className="flex flex-col gap-2">
        <p>
          {t("applied")}{" "}
          <Link href={`/batches/${batchId}`} className="underline">
            {t("showBatch")}
          </Link>
        </p>
        {undone?.state && (
          <p role="status">
            {t("undoneSums", { undone: undone.undone, kept: undone.kept, changes: undone.changes })}
          </p>
        )}
        {undo.error && <FormProblem problem={problemOf(undo.error)} />}
        {mayChange &&
          undone?.state !== "running" &&
          (undone?.changes ?? 0) > (undone?.undone ?? 0) && (
            <div>
              <Button
                loading={undo.isPending}
                onClick={() => undo.mutate({ id }, told(t("undoing")))}
              >
                {t("undo")}
              </Button>
            </div>
          )}
      </section>
    );
  if (!mayChange || counts.yes === 0) return null;
  return (
    <div>
      <Button variant="primary" onClick={() => ask(true)}>
        {t("apply", { count: counts.yes })}
      </Button>
      {isAsked && (
        <Dialog
          open
          onOpenChange={(open) => !open && ask(false)}
          title={t("applyTitle", { count: counts.yes })}
          description={t("applyHint")}
          closeLabel={t("close")}
          actions={
            <>
              <Button onClick={() => ask(false)}>{t("cancel")}</Button>
              <Button
                variant="primary"
                loading={apply.isPending}
                onClick={() =>
                  apply.mutate(
                    { id, isConfirmed: true },
                    told(t("applying"), () => ask(false)),
                  )
                }
              >
                {t("applyNow")}
              </Button>
            </>
          }
        >
          <div className="flex flex-col gap-3">
            <p>
              {counts.irreversible > 0
                ? t("irreversible", { count: counts.irreversible })
                : t("allReversible")}
            </p>
            {apply.error && <FormProblem problem={problemOf(apply.error)} />}
          </div>
        </Dialog>
      )}
    </div>
  );
}
