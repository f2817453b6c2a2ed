"use client";

import { Dialog } from "@besunny/ui/overlays/dialog";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useTranslations } from "next-intl";

import type { Release } from "../use-releases";
import { EvaluationResult } from "./evaluation-result";
import { StartEvaluation } from "./start-evaluation";
import { useEvaluations } from "./use-evaluations";

/** Compares a release with the one that decides, on documents whose types people gave. */
export function EvaluateDialog({
  release,
  mayManage,
  onClose,
}: {
  release: Release;
  mayManage: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("releases");
  const { evaluations, latestOf } = useEvaluations();
  const latest = latestOf(release.id);

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      className="w-[min(44rem,calc(100vw-2rem))]"
      title={t("compareTitle", { number: release.number })}
      description={t("compareHint")}
      closeLabel={t("close")}
    >
      {evaluations.error && <FormProblem problem={problemOf(evaluations.error)} />}
      {mayManage && <StartEvaluation releaseId={release.id} latest={latest} />}
      {latest ? (
        <EvaluationResult evaluation={latest} />
      ) : (
        evaluations.data && <p className="mt-4 text-n11">{t("notCompared")}</p>
      )}
    </Dialog>
  );
}
