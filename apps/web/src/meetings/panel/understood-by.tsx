"use client";

import { Spinner } from "@besunny/ui/feedback/spinner";
import { useTold } from "@besunny/web-kit/told/use-told";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";

import type { Meeting } from "../meeting";
import { isAwaited } from "../understood-again";

/** Says what to know before one reads: what the transcript lacks, why no hosted model was used, and that something is found again now. */
export function UnderstoodBy({ meeting }: { meeting: Meeting }) {
  const t = useTranslations("meetings");
  const tell = useTold();
  const { producer, problems, id, understoodAt } = meeting;
  const isAgain = isAwaited(id, understoodAt);
  const { fallbackReason } = producer;
  if (!isAgain && problems.length === 0 && !fallbackReason && producer.kind !== "local")
    return null;

  return (
    <div className="flex flex-col gap-1.5 border-n5 border-b px-4 py-3 text-sm">
      {isAgain && (
        <p role="status" className="flex items-center gap-2">
          <Spinner /> {t("again")}
        </p>
      )}
      {problems.map((problem) => (
        <p key={problem} className="flex items-start gap-2">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-attention" />
          {tell(problem)}
        </p>
      ))}
      {(fallbackReason ?? producer.kind === "local") && (
        <p className="text-n11">
          {fallbackReason ? t("withoutModel", { reason: tell(fallbackReason) }) : t("byRules")}
        </p>
      )}
    </div>
  );
}
