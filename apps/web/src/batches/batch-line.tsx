"use client";

import { useTranslations } from "next-intl";

import { type Batch, leftOf, roughly } from "./batch";

/** "8 of 12 done · 1 failed · 3 left · about 2 minutes": how far a batch is, in a line. */
export function BatchLine({
  batch: { state, totals, etaSeconds },
}: {
  batch: Pick<Batch, "state" | "totals" | "etaSeconds">;
}) {
  const t = useTranslations("batches");
  const left = leftOf(totals);
  const time = etaSeconds === null ? null : roughly(etaSeconds);
  const parts = [
    t("doneOf", { done: totals.done + totals.duplicate, all: totals.all }),
    totals.cancelled > 0 && t("cancelledCount", { count: totals.cancelled }),
    left > 0 && state !== "cancelled" && state !== "finished" && t("left", { count: left }),
    state === "running" && left > 0 && (time ? t(`about_${time.unit}`, time) : t("notKnown")),
    state !== "running" && t(`state_${state}`),
  ].filter(Boolean);

  return (
    <>
      {parts[0]}
      {totals.failed > 0 && (
        <span className="text-bad"> · {t("failedCount", { count: totals.failed })}</span>
      )}
      {parts.slice(1).map((part) => ` · ${part}`)}
    </>
  );
}
