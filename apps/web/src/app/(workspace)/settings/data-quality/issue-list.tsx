"use client";

import { suggestedCleaning } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { LoadMore } from "@besunny/ui/buttons/load-more";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { keepPreviousData, useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useState } from "react";

import { IgnoreDialog } from "./ignore-dialog";
import { IssueRow } from "./issue-row";
import { type Issue, issueParsers } from "./place";
import { PreviewDialog } from "./preview-dialog";
import { useQualityChanged } from "./use-quality-changed";

/** The most that one command changes. */
const MOST = 200;

/** Single issues, the newest first. Those that can be cleaned are cleaned one by one with a preview, or all that are shown at once. */
export function IssueList() {
  const t = useTranslations("dataQuality");
  const trpc = useTRPC();
  const changed = useQualityChanged();
  const [{ kind, source, state }, setPlace] = useQueryStates(issueParsers, { history: "push" });
  const [previewed, setPreviewed] = useState<Issue | null>(null);
  const [ignored, setIgnored] = useState<Issue | null>(null);
  const pages = useInfiniteQuery(
    trpc.quality.issues.infiniteQueryOptions(
      { state, ...(kind && { kind }), ...(source && { source }) },
      { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const clean = useMutation(
    trpc.quality.clean.mutationOptions({
      async onSuccess({ cleaned }) {
        setPreviewed(null);
        toast.done(t("cleaned", { count: cleaned }));
        await changed();
      },
    }),
  );
  const reopen = useMutation(trpc.quality.decide.mutationOptions({ onSuccess: changed }));
  const issues = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const cleanable =
    state === "open" ? issues.filter((issue) => suggestedCleaning[issue.kind]).slice(0, MOST) : [];

  return (
    <section aria-label={t("issues")}>
      <header className="flex flex-wrap items-center gap-2">
        <h2 className="mr-auto font-semibold text-lg">{kind ? t(`kind_${kind}`) : t("issues")}</h2>
        {(kind || source) && (
          <Button onClick={() => void setPlace({ kind: null, source: null })}>
            {t("showAll")}
          </Button>
        )}
        {cleanable.length > 1 && (
          <Button
            loading={clean.isPending}
            onClick={() => clean.mutate({ issueIds: cleanable.map(({ id }) => id) })}
          >
            {t("cleanAll", { count: cleanable.length })}
          </Button>
        )}
      </header>
      {clean.error && !previewed && <FormProblem problem={problemOf(clean.error)} />}
      {pages.error && !pages.data && (
        <ProblemState error={pages.error} onRetry={() => void pages.refetch()} />
      )}
      {pages.isPending && (
        <div role="status" aria-label={t("loading")} className="mt-2">
          <Skeleton className="h-40" />
        </div>
      )}
      <ul className="mt-2">
        {issues.map((issue) => (
          <IssueRow
            key={issue.id}
            issue={issue}
            onPreview={() => setPreviewed(issue)}
            onIgnore={() => setIgnored(issue)}
            onReopen={() => reopen.mutate({ ids: [issue.id], state: "open" })}
          />
        ))}
      </ul>
      {pages.hasNextPage && (
        <LoadMore
          label={t("more")}
          loading={pages.isFetchingNextPage}
          onLoad={() => void pages.fetchNextPage()}
        />
      )}
      {previewed && (
        <PreviewDialog
          issue={previewed}
          problem={clean.error ? problemOf(clean.error) : null}
          isCleaning={clean.isPending}
          onClean={() => clean.mutate({ issueIds: [previewed.id] })}
          onClose={() => setPreviewed(null)}
        />
      )}
      {ignored && <IgnoreDialog issue={ignored} onClose={() => setIgnored(null)} />}
    </section>
  );
}
