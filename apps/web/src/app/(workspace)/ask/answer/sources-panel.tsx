"use client";

import { useTranslations } from "next-intl";

import type { Outcome } from "../use-asking";
import { SourceList } from "./source-list";

/** The sources of the answer that is looked at, beside the thread; below it on narrow screens they are in a sheet. */
export function SourcesPanel({
  question,
  citations,
  chosen,
  onHover,
}: {
  /** The question of that answer; null if the reader may not see it. */
  question: string | null;
  citations: Outcome["citations"];
  chosen: number | null;
  onHover: (n: number | null) => void;
}) {
  const t = useTranslations("ask");
  return (
    <aside
      aria-label={t("sources")}
      className="sticky top-12 hidden h-[calc(100dvh-3rem)] w-80 shrink-0 overflow-y-auto border-l lg:block"
    >
      <h2 className="px-4 pt-4 pb-1 font-medium text-n11 text-xs">{t("sources")}</h2>
      {question && (
        <p dir="auto" className="truncate px-4 pb-1 text-n11 text-xs">
          {question}
        </p>
      )}
      <SourceList citations={citations} chosen={chosen} onHover={onHover} />
    </aside>
  );
}
