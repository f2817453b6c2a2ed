"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useFormatter, useTranslations } from "next-intl";
import type { ComponentProps } from "react";

import { NothingFound } from "./nothing-found";
import { Results } from "./results";
import { ResultsSkeleton } from "./results-skeleton";

type Result = {
  data: Outputs["search"]["find"] | undefined;
  error: ComponentProps<typeof ProblemState>["error"] | null;
  isPending: boolean;
  refetch: () => unknown;
};

/** The passages that a search found; or that it found none, and what to try instead. */
export function Found({
  query,
  found: { data, error, isPending, refetch },
  onSearch,
  onOpen,
}: {
  query: string;
  found: Result;
  onSearch: (query: string) => void;
  onOpen: (documentId: string, rank: number) => void;
}) {
  const t = useTranslations("search");
  const format = useFormatter();

  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (isPending || !data) return <ResultsSkeleton label={t("loading")} />;
  if (data.items.length === 0)
    return <NothingFound query={query} hints={data.hints} onSearch={onSearch} />;
  return (
    <>
      <p role="status" className="mt-2 text-n11 text-xs tabular-nums">
        {t("inDocuments", { count: data.facets.total })} ·{" "}
        {format.number(data.tookMs, { style: "unit", unit: "millisecond" })}
      </p>
      <Results items={data.items} query={query} onOpen={onOpen} />
    </>
  );
}
