"use client";

import { Skeleton } from "@besunny/ui/feedback/skeleton";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

import { placeHref } from "~/viewer/place";

import type { Outcome } from "./use-answer";

type Source = Outcome["citations"][number];

/** The words an answer rests on, by number; each opens its document there. */
export function SourcesPanel({
  citations,
  chosen,
  onHover,
}: {
  /** Null while they are not known yet. */
  citations: Source[] | null;
  chosen: number | null;
  onHover: (n: number | null) => void;
}) {
  const t = useTranslations("ask");
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    if (chosen !== null) {
      list.current?.querySelector(`[data-n="${chosen}"]`)?.scrollIntoView({ block: "nearest" });
    }
  }, [chosen]);

  return (
    <aside
      aria-label={t("sources")}
      className="border-t lg:sticky lg:top-12 lg:h-[calc(100dvh-3rem)] lg:w-88 lg:shrink-0 lg:overflow-y-auto lg:border-t-0 lg:border-l"
    >
      <h2 className="px-4 pt-4 pb-2 font-medium text-n11 text-xs">{t("sources")}</h2>
      {citations === null && <Skeleton className="mx-4 mt-2 h-16" />}
      {citations?.length === 0 && <p className="px-4 text-n11">{t("noSources")}</p>}
      <ol ref={list}>
        {citations?.map((source) => (
          <li key={`${source.n}/${source.span.join("-")}`} data-n={source.n}>
            <Link
              href={placeHref(source.documentId, {
                page: source.page,
                span: [source.span[0], source.span[1]],
              })}
              data-chosen={source.n === chosen || undefined}
              onMouseEnter={() => onHover(source.n)}
              onMouseLeave={() => onHover(null)}
              className="flex gap-3 px-4 py-3 transition-colors -outline-offset-2 hover:bg-n3 data-chosen:bg-accent-soft"
            >
              <span className="inline-flex size-5 shrink-0 items-center justify-center rounded-sm bg-accent-soft font-medium text-accent-strong text-xs tabular-nums">
                {source.n}
              </span>
              <span className="min-w-0 flex-1">
                <span className="flex justify-between gap-2 text-sm">
                  <bdi className="truncate font-medium">{source.title}</bdi>
                  <span className="shrink-0 text-n11 text-xs tabular-nums">
                    {t("page", { page: source.page })}
                  </span>
                </span>
                <q dir="auto" className="mt-1 line-clamp-5 text-n11 text-sm">
                  {source.quote}
                </q>
                {!source.isProven && (
                  <span className="text-attention text-xs">{t("unproven")}</span>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </aside>
  );
}
