"use client";

import { CurveChart } from "@besunny/ui/charts/curve-chart";
import { useFormatter, useTranslations } from "next-intl";

import type { Evaluations } from "../models-data";
import { useCurveWords } from "./use-curve-words";

/** The accuracy of the newest model of the workspace's own documents with fewer labels. */
export function LearningCurves({ training }: Pick<Evaluations, "training">) {
  const t = useTranslations("models");
  const format = useFormatter();
  const words = useCurveWords(t("learning"));
  const newest = training.find(({ curve }) => curve.length > 0);
  if (!newest) return <p className="px-4 text-n11">{t("noTraining")}</p>;

  return (
    <div className="px-4 xl:w-1/2">
      <CurveChart
        title={t("learning")}
        definition={t("learningDefinition", {
          at: format.dateTime(newest.createdAt, { dateStyle: "medium" }),
        })}
        words={words}
        xName={t("labels")}
        yName={t("accuracy")}
        boundsName={t("bounds")}
        points={newest.curve.map(({ labels, value, low, high }) => ({
          x: labels,
          y: 100 * value,
          low: 100 * low,
          high: 100 * high,
        }))}
        xText={(value) => format.number(value)}
        yText={(value) => t("share", { share: value / 100 })}
      />
    </div>
  );
}
