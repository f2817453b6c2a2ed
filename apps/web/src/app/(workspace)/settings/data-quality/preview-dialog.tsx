"use client";

import { suggestedCleaning } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";

import type { Issue } from "./place";
import { TextsSideBySide } from "./texts-side-by-side";

/** Shows the text before and after a cleaning, side by side, and asks whether to do it. */
export function PreviewDialog({
  issue,
  problem,
  isCleaning,
  onClean,
  onClose,
}: {
  issue: Issue;
  problem: ComponentProps<typeof FormProblem>["problem"] | null;
  isCleaning: boolean;
  onClean: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("dataQuality");
  const trpc = useTRPC();
  const preview = useQuery(trpc.quality.preview.queryOptions({ issueId: issue.id }));
  const kind = suggestedCleaning[issue.kind] ?? "repair-encoding";

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      className="w-[min(60rem,calc(100vw-2rem))]"
      title={t(`clean_${kind}`)}
      description={t(`cleanHint_${kind}`)}
      closeLabel={t("close")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="primary" disabled={!preview.data} loading={isCleaning} onClick={onClean}>
            {t(`do_${kind}`)}
          </Button>
        </>
      }
    >
      {problem && <FormProblem problem={problem} />}
      {preview.error && <FormProblem problem={problemOf(preview.error)} />}
      {preview.isPending && (
        <div role="status" aria-label={t("loadingPreview")}>
          <Skeleton className="h-48" />
        </div>
      )}
      {preview.data && (
        <TextsSideBySide
          parts={preview.data.parts}
          titles={
            kind === "keep-one"
              ? [
                  t("goes", { title: issue.title }),
                  t("stays", { title: preview.data.kept?.title ?? "–" }),
                ]
              : [
                  t("before", { count: preview.data.charactersBefore }),
                  t("after", { count: preview.data.charactersAfter }),
                ]
          }
        />
      )}
    </Dialog>
  );
}
