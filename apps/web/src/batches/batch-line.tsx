"use client";

import { useTranslations } from "next-intl";
import { Fragment } from "react";

import { type Batch, leftOf, roughly } from "./batch";

/** "8 of 12 done · 1 failed · 3 left · about 2 minutes": how far a batch is, in a line. */
export function BatchLine({
  batch: { state, totals, etaSeconds },
  isCounted = true,
}: {
  batch: Pick<Batch, "state" | "totals" | "etaSeconds">;
  /** False if the count is shown beside it. */
  isCounted?: boolean;
}) {
  const t = useTranslations("batches");
  const left = leftOf(totals);
  const time = etaSeconds === null ? null : roughly(etaSeconds);
  const counts = [
    t("doneOf", { done: totals.done + totals.duplicate, all: totals.all }),
    totals.failed > 0 && (
      <span key="failed" className="text-bad">
        {t("failedCount", { count: totals.failed })}
      </span>
    ),
    totals.cancelled > 0 && t("cancelledCount", { count: totals.cancelled }),
    left > 0 && state !== "cancelled" && state !== "finished" && t("left", { count: left }),
  ];
  const parts = [
    ...(isCounted ? counts : []),
    state === "running" && left > 0 && (time ? t(`about_${time.unit}`, time) : t("notKnown")),
    state !== "running" && t(`state_${state}`),
  ].filter(Boolean);

  return parts.map((part, position) => (
    <Fragment key={position}>
      {position > 0 && " · "}
      {part}
    </Fragment>
  ));
}
