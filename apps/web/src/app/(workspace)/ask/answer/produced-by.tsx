"use client";

import { useTranslations } from "next-intl";

import type { Outcome } from "../use-asking";

/** Names the model that answered, or that found no answer. Local models quote word for word; a model with a key writes. */
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
