"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useLearned } from "../use-learned";
import { ImportPreview } from "./import-preview";

/** Reads a CSV of types, shows what each row would do, and imports all rows or none. */
export function ImportLabels({ onClose }: { onClose: () => void }) {
  const t = useTranslations("learning");
  const trpc = useTRPC();
  const learned = useLearned();
  const [csv, setCsv] = useState<string | null>(null);
  const preview = useMutation(trpc.learning.previewLabels.mutationOptions());
  const load = useMutation(
    trpc.learning.importLabels.mutationOptions({
      async onSuccess({ ids }) {
        await learned();
        toast.done(t("imported", { count: ids.length }));
        onClose();
      },
    }),
  );
  const error = preview.error ?? load.error;
  const isOpening = load.error !== null && problemOf(load.error).code === "CONFIRMATION_NEEDED";
  const found = preview.data;

  async function choose(file: File | undefined) {
    if (!file) return;
    const text = await file.text();
    setCsv(text);
    load.reset();
    preview.mutate({ csv: text });
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("importTitle")}
      description={t("importHint")}
      closeLabel={t("close")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            variant="primary"
            disabled={!found || found.good === 0}
            loading={load.isPending}
            onClick={() =>
              csv &&
              load.mutate({ csv, isWithoutProblems: true, ...(isOpening && { isConfirmed: true }) })
            }
          >
            {isOpening ? t("importAnyway") : t("importRows", { count: found?.good ?? 0 })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <input
          type="file"
          accept=".csv,text/csv"
          aria-label={t("file")}
          className="text-sm file:mr-3 file:rounded-md file:border file:border-n7 file:bg-raised file:px-2.5 file:py-1"
          onChange={(event) => void choose(event.target.files?.[0])}
        />
        {error && <FormProblem problem={problemOf(error)} />}
        {found && <ImportPreview found={found} />}
      </div>
    </Dialog>
  );
}
