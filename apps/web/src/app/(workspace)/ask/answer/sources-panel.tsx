"use client";

import { useTranslations } from "next-intl";

import type { Outcome } from "../use-asking";
import { SourceList } from "./source-list";

/** The sources of the answer that is looked at, beside the thread; below it on narrow screens they are in a sheet. */
export function SourcesPanel({
  citations,
  chosen,
  onHover,
}: {
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
      <SourceList citations={citations} chosen={chosen} onHover={onHover} />
    </aside>
  );
}
