"use client";

import { useTranslations } from "next-intl";

import type { Outcome } from "./use-answer";

/** Who answered: taken word for word by local models, or written by a model with a key; or who looked in vain. */
export function ProducedBy({
  outcome: { producedBy },
  isAnswer,
}: {
  outcome: Outcome;
  isAnswer: boolean;
}) {
  const t = useTranslations("ask");
  const isLocal = producedBy.kind === "local";

  return (
    <span className="text-n11 text-xs">
      {isAnswer
        ? t(isLocal ? "extractive" : "written", { model: producedBy.model })
        : t(isLocal ? "lookedLocally" : "looked", { model: producedBy.model })}
      {producedBy.fallbackReason && ` ${t("standIn", { reason: producedBy.fallbackReason })}`}
    </span>
  );
}
