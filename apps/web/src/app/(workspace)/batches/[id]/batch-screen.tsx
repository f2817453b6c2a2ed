"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { BatchActions } from "~/batches/batch-actions";
import { BatchBar } from "~/batches/batch-bar";
import { BatchLine } from "~/batches/batch-line";
import { useBatch } from "~/batches/use-batch";
import { useBatchTitle } from "~/batches/use-batch-title";
import { DocumentListSkeleton } from "~/documents/document-list-skeleton";
import { PageHeader } from "~/shell/page-header";

import { BatchDocuments } from "./batch-documents";
import { FailureReasons } from "./failure-reasons";
import { batchFilterParsers } from "./filters";
import { StateFilter } from "./state-filter";

/** One batch: how far it is, when it is done, why documents failed, and each of them. */
export function BatchScreen({ id }: { id: string }) {
  const t = useTranslations("batches");
  const batch = useBatch(id);
  const titleOf = useBatchTitle();
  const [filters, setFilters] = useQueryStates(batchFilterParsers, { history: "push" });

  if (batch.isPending)
    return (
      <>
        <PageHeader title={t("batch")} />
        <DocumentListSkeleton label={t("loadingOne")} />
      </>
    );
  if (batch.error)
    return (
      <>
        <PageHeader title={t("batch")} />
        <ProblemState error={batch.error} onRetry={() => void batch.refetch()} />
      </>
    );

  const { createdBy, createdAt, finishedAt, kind, totals, reasons } = batch.data;
  return (
    <>
      <PageHeader title={<bdi>{titleOf(batch.data)}</bdi>} />
      <section aria-label={t("progress")} className="flex flex-col gap-3 border-b px-4 py-4">
        <p className="text-lg tabular-nums" aria-live="polite">
          <BatchLine batch={batch.data} />
        </p>
        <BatchBar totals={totals} />
        <p className="text-n11 text-sm">
          {t(`kind_${kind}`)} · {createdBy?.name} · <RelativeTime at={createdAt} />
          {finishedAt && (
            <>
              {" · "}
              {t("ended")} <RelativeTime at={finishedAt} />
            </>
          )}
        </p>
        <div className="flex flex-wrap gap-2">
          <BatchActions batch={batch.data} />
        </div>
      </section>
      <FailureReasons
        reasons={reasons}
        chosen={filters.reason}
        onChoose={(reason) => void setFilters({ reason, state: null })}
      />
      <StateFilter
        totals={totals}
        chosen={filters.state}
        onChoose={(state) => void setFilters({ state, reason: null })}
      />
      <BatchDocuments id={id} filters={filters} onClear={() => void setFilters(null)} />
    </>
  );
}
