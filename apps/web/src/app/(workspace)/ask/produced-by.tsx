"use client";

import { useTranslations } from "next-intl";

import type { Outcome } from "./use-answer";

/** Who wrote the answer: taken word for word by local models, or written by a model with a key. */
export function ProducedBy({ outcome: { producedBy } }: { outcome: Outcome }) {
  const t = useTranslations("ask");

  return (
    <span className="text-n11 text-xs">
      {t(producedBy.kind === "local" ? "extractive" : "written", { model: producedBy.model })}
    </span>
  );
}
