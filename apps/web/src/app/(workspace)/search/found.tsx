"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { SearchX } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { partsOf, without } from "~/queries/edit-query";
import { useConditionText } from "~/queries/use-condition-text";

import { Results } from "./results";
import { ResultsSkeleton } from "./results-skeleton";

type Result = {
  data: Outputs["search"]["find"] | undefined;
  error: ComponentProps<typeof ProblemState>["error"] | null;
  isPending: boolean;
  refetch: () => unknown;
};

/** The passages that a search found; or that it found none, and which condition to take away. */
export function Found({
  query,
  found: { data, error, isPending, refetch },
  onSearch,
}: {
  query: string;
  found: Result;
  onSearch: (query: string) => void;
}) {
  const t = useTranslations("search");
  const format = useFormatter();

  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (isPending || !data) return <ResultsSkeleton label={t("loading")} />;
  if (data.items.length === 0)
    return (
      <EmptyState
        icon={<SearchX aria-hidden />}
        title={t("none", { query })}
        actions={<Lifts query={query} onSearch={onSearch} />}
      >
        {t("noneHint")}
      </EmptyState>
    );
  return (
    <>
      <p role="status" className="mt-2 text-n11 text-xs tabular-nums">
        {t("count", { count: data.items.length })} ·{" "}
        {t("inDocuments", { count: data.facets.total })} ·{" "}
        {format.number(data.tookMs, { style: "unit", unit: "millisecond" })}
      </p>
      <Results items={data.items} query={query} />
    </>
  );
}

/** Offers to search again without each of the conditions. */
function Lifts({ query, onSearch }: { query: string; onSearch: (query: string) => void }) {
  const t = useTranslations("search");
  const textOf = useConditionText();

  return partsOf(query).flatMap((part, at) =>
    part.kind === "word"
      ? []
      : [
          <Button key={textOf(part)} size="sm" onClick={() => onSearch(without(query, at))}>
            {t("lift", { condition: textOf(part) })}
          </Button>,
        ],
  );
}
