"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { useFormatter, useTranslations } from "next-intl";

import { useFigures } from "../use-figures";
import { useReleases } from "../use-releases";
import { useSentences } from "../use-sentences";
import { ChangedDocuments } from "./changed-documents";
import type { Evaluation } from "./use-evaluations";

/** Shows an evaluation: its state, and its figures beside those of the release that decided then. */
export function EvaluationResult({ evaluation }: { evaluation: Evaluation }) {
  const t = useTranslations("releases");
  const format = useFormatter();
  const tell = useSentences();
  const { nameOf, champion } = useReleases();
  const { shareWords, gainWords } = useFigures();
  const { metrics, baselineId } = evaluation;
  const isOutdated = baselineId !== null && champion !== null && baselineId !== champion.id;

  return (
    <section aria-label={t("result")} className="mt-5">
      <p aria-live="polite" className="font-medium">
        {t(`evaluation_${evaluation.state}`)}{" "}
        <span className="font-normal text-n11 text-sm">
          <RelativeTime at={evaluation.endedAt ?? evaluation.createdAt} />
        </span>
      </p>
      {evaluation.problem && <p className="mt-1 text-bad">{tell(evaluation.problem)}</p>}
      {isOutdated && <p className="mt-1 text-attention">{t("outdated")}</p>}
      {metrics && (
        <>
          <dl className="mt-3 grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
            <Figure
              name={t("rightBy", { release: nameOf(evaluation.releaseId) })}
              value={shareWords(metrics.accuracy)}
            />
            {metrics.before && baselineId && (
              <Figure
                name={t("rightBy", { release: nameOf(baselineId) })}
                value={shareWords(metrics.before.accuracy)}
              />
            )}
            {metrics.gain && <Figure name={t("gain")} value={gainWords(metrics.gain)} />}
            <Figure name={t("testedOn")} value={format.number(metrics.documents)} />
            <Figure name={t("answered")} value={format.number(metrics.answered)} />
          </dl>
          {metrics.gain && <p className="mt-2">{t(`verdict_${verdictOn(metrics.gain)}`)}</p>}
          {metrics.changed > 0 && (
            <>
              <p className="mt-2 text-n11">
                {t("changedCounts", {
                  count: metrics.changed,
                  better: metrics.better,
                  worse: metrics.worse,
                })}
              </p>
              <ChangedDocuments evaluationId={evaluation.id} />
            </>
          )}
        </>
      )}
    </section>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt className="text-n11">{name}</dt>
      <dd className="mb-1 tabular-nums sm:mb-0">{value}</dd>
    </>
  );
}

/** An interval with zero in it may be chance. */
function verdictOn({ low, high }: { low: number; high: number }): "better" | "worse" | "same" {
  if (low > 0) return "better";
  return high < 0 ? "worse" : "same";
}
