"use client";

import { Button } from "@besunny/ui/buttons/button";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Select } from "@besunny/ui/fields/select";
import { Tooltip } from "@besunny/ui/overlays/tooltip";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { CheckCheck, SkipForward } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { PageHeader } from "~/shell/page-header";
import { useScreenKeys } from "~/shell/use-screen-keys";
import { ViewerSkeleton } from "~/viewer/viewer-skeleton";

import { BatchAccept } from "./batch-accept";
import { ReviewPage } from "./review-page";
import { ReviewPanel } from "./review-panel";
import { bestOf } from "./to-review";
import { useReview } from "./use-review";

const limits = ["default", "0.8", "0.9", "0.95", "disputed"] as const;
const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** One document after the other, the least sure first: its page on the left, its candidates on the right. */
export function Review() {
  const t = useTranslations("review");
  const [limit, setLimit] = useState<string>("default");
  const review = useReview(limit === "default" || limit === "disputed" ? limit : Number(limit));
  const { queue, current, next, left, skipped } = review;
  const accept = () => {
    const best = current && bestOf(current);
    if (current && best) review.choose(current, best);
  };
  const pick = (position: number) => {
    const candidate = current?.candidates[position];
    if (current && candidate) review.choose(current, candidate.name);
  };

  useScreenKeys(
    t("title"),
    [
      { keys: ["1", "9"], does: t("keyChoose") },
      { keys: ["Enter"], does: t("keyAccept") },
      { keys: ["s"], does: t("skip") },
      { keys: ["z"], does: t("undo") },
    ],
    {
      ...Object.fromEntries(digits.map((digit, position) => [digit, () => pick(position)])),
      Enter: accept,
      s: () => current && review.skip(current),
      z: review.undo,
    },
  );

  const seconds = queue.data?.secondsEach;
  return (
    <div className="flex h-[calc(100dvh-3.5rem)] flex-col md:h-dvh">
      <PageHeader
        title={t("title")}
        actions={<BatchAccept items={left} onAccept={review.chooseAll} />}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-4 py-2 text-n11 text-sm">
        <p role="status" className="tabular-nums">
          {queue.data && t("lead", { count: queue.data.total })}
        </p>
        {typeof seconds === "number" && (
          <Tooltip content={t("paceHint")}>
            <span className="tabular-nums">{t("pace", { seconds: Math.round(seconds) })}</span>
          </Tooltip>
        )}
        <Select
          label={t("show")}
          value={limit}
          className="ml-auto"
          onChange={setLimit}
          options={limits.map((value) => ({
            value,
            label:
              value === "default" || value === "disputed"
                ? t(`show_${value}`)
                : t("show_below", { percent: Number(value) * 100 }),
          }))}
        />
      </div>
      {queue.isPending && <ViewerSkeleton />}
      {queue.error && !queue.data && (
        <ProblemState error={queue.error} onRetry={() => void queue.refetch()} />
      )}
      {current && (
        <div className="flex min-h-0 flex-1 flex-col lg:flex-row">
          <ReviewPage key={current.id} id={current.id} nextId={next?.id ?? null} />
          <ReviewPanel
            document={current}
            next={next}
            last={review.last}
            onChoose={(type) => review.choose(current, type)}
            onNone={() => review.chooseNone(current)}
            onSkip={() => review.skip(current)}
            onUndo={review.undo}
          />
        </div>
      )}
      {queue.data && !current && skipped.length > 0 && (
        <EmptyState
          icon={<SkipForward aria-hidden />}
          title={t("skipped", { count: skipped.length })}
          actions={<Button onClick={review.showSkipped}>{t("again")}</Button>}
        >
          {t("skippedHint")}
        </EmptyState>
      )}
      {queue.data && !current && skipped.length === 0 && (
        <EmptyState
          icon={<CheckCheck aria-hidden />}
          title={t("done")}
          actions={review.last && <Button onClick={review.undo}>{t("undo")}</Button>}
        >
          {t("doneHint")}
        </EmptyState>
      )}
    </div>
  );
}
