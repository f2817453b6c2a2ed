"use client";

import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { useNames } from "~/i18n/use-names";

/** The documents of which both releases say other things, with what people say. */
export function ChangedDocuments({ evaluationId }: { evaluationId: string }) {
  const t = useTranslations("releases");
  const { typeName } = useNames();
  const trpc = useTRPC();
  const evaluation = useQuery(trpc.evaluations.get.queryOptions({ id: evaluationId }));
  const said = (type: string | null) => (type === null ? t("noType") : typeName(type));

  if (evaluation.isPending) return <Skeleton className="mt-2 h-16 w-full" />;
  if (evaluation.error) return <FormProblem problem={problemOf(evaluation.error)} />;
  return (
    <ul aria-label={t("changedDocuments")} className="mt-1">
      {evaluation.data.changed.map(({ documentId, title, label, before, after }) => (
        <li key={documentId} className="border-n5 border-b py-2 last:border-0">
          <Link
            href={`/documents/${documentId}`}
            className="break-words underline underline-offset-2"
          >
            <bdi>{title}</bdi>
          </Link>
          <p className="text-n11 text-sm">
            {t("fromTo", { before: said(before), after: said(after) })} ·{" "}
            {t("people", { type: typeName(label) })}
          </p>
        </li>
      ))}
    </ul>
  );
}
