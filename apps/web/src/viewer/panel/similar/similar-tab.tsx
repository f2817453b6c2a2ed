"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { DocumentIcon } from "~/documents/document-icon";

import { Section } from "../section";

type Duplicate = Outputs["search"]["duplicates"]["items"][number];

/** Documents with nearly the same text, with the figures that differ, and documents about the same things. */
export function SimilarTab({ id }: { id: string }) {
  const t = useTranslations("viewer");
  const trpc = useTRPC();
  const same = useQuery(trpc.search.duplicates.queryOptions({ id }));
  const alike = useQuery(trpc.search.similar.queryOptions({ id }));
  const duplicates = same.data?.items ?? [];
  const similar = alike.data?.items ?? [];

  if (same.isPending || alike.isPending) return <Skeleton className="m-4 h-24" />;
  if (same.error ?? alike.error) return <ProblemState error={same.error ?? alike.error} compact />;
  return (
    <div className="flex flex-col gap-6 p-4">
      {duplicates.length + similar.length === 0 && (
        <p className="text-n11 text-sm">{t("nothingSimilar")}</p>
      )}
      {duplicates.length > 0 && (
        <Section title={t("duplicates")} count={duplicates.length}>
          <ul className="flex flex-col gap-1">
            {duplicates.map((duplicate) => (
              <li key={duplicate.document.id}>
                <Line document={duplicate.document} />
                <Difference duplicate={duplicate} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {similar.length > 0 && (
        <Section title={t("similar")} count={similar.length}>
          <ul className="flex flex-col">
            {similar.map(({ document }) => (
              <li key={document.id}>
                <Line document={document} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

function Line({ document }: { document: Duplicate["document"] }) {
  return (
    <Link
      href={`/documents/${document.id}`}
      className="-mx-2 flex min-h-8 items-center gap-2 rounded-md px-2 hover:bg-n4"
    >
      <DocumentIcon format={document.format} />
      <bdi className="min-w-0 flex-1 truncate">{document.title}</bdi>
    </Link>
  );
}

function Difference({ duplicate: { isSame, likeness, figures } }: { duplicate: Duplicate }) {
  const t = useTranslations("viewer");
  const said = (list: readonly string[]) => (list.length > 0 ? list.join(", ") : t("noFigures"));
  const differs = figures.onlyHere.length + figures.onlyThere.length > 0;

  return (
    <p className="pl-6 text-n11 text-xs">
      {isSame
        ? t("isSame")
        : [
            t("alike", { percent: Math.round(likeness * 100) }),
            ...(differs
              ? [
                  t("figuresDiffer", {
                    here: said(figures.onlyHere),
                    there: said(figures.onlyThere),
                  }),
                ]
              : []),
          ].join(" · ")}
    </p>
  );
}
