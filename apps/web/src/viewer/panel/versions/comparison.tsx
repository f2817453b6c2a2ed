"use client";

import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

/** The lines that an earlier version has and the later one has not, and the other way round. */
export function Comparison({ id, from, to }: { id: string; from: number; to: number }) {
  const t = useTranslations("viewer");
  const trpc = useTRPC();
  const comparison = useQuery(
    trpc.documents.compareVersions.queryOptions({ id, from, to }, { retry: false }),
  );

  if (comparison.isPending) return <Skeleton className="h-24" />;
  if (comparison.error) return <ProblemState error={comparison.error} compact />;
  if (comparison.data.isSame) return <p className="text-n11 text-sm">{t("versionsSame")}</p>;
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
      tabIndex={0}
      aria-label={t("versionDiff", { from, to })}
      className="max-h-96 overflow-auto whitespace-pre-wrap break-words rounded-md border p-2 text-sm"
    >
      {comparison.data.parts.map(({ kind, text }, place) => {
        if (kind === "added")
          return (
            <ins key={place} dir="auto" className="block bg-good-soft no-underline">
              {text}
            </ins>
          );
        if (kind === "removed")
          return (
            <del key={place} dir="auto" className="block bg-bad-soft">
              {text}
            </del>
          );
        return (
          <p key={place} dir="auto" className="text-n11">
            {text}
          </p>
        );
      })}
    </section>
  );
}
