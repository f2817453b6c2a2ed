"use client";

import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useTranslations } from "next-intl";
import { PageHeader } from "~/shell/page-header";
import { CountsBar } from "~/sources/counts-bar";
import { CountsLine } from "~/sources/counts-line";
import { KindIcon } from "~/sources/kind-icon";
import type { Source } from "~/sources/source";
import { StateBadge } from "~/sources/state-badge";
import { useSource } from "~/sources/use-source";
import { useSourceWords } from "~/sources/use-source-words";

import { BrakeQuestion } from "./brake-question";
import { Looks } from "./looks";
import { Report } from "./report";
import { SourceActions } from "./source-actions";
import { SourceFacts } from "./source-facts";

/** One source: how it is, what became of everything there, who sees it, and every look at it. */
export function SourceScreen({ id }: { id: string }) {
  const t = useTranslations("sources");
  const found = useSource(id);
  const trail = [{ href: "/sources", name: t("title") }];

  if (!found.data)
    return (
      <>
        <PageHeader title={t("source")} trail={trail} />
        {found.error ? (
          <ProblemState error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Skeleton className="m-4 h-40" />
        )}
      </>
    );
  const { source, reasons, asOf } = found.data;
  return (
    <>
      <PageHeader title={<bdi>{source.name}</bdi>} trail={trail} />
      <Progress source={source} now={asOf} />
      <div className="grid gap-x-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <Report source={source} reasons={reasons} />
          <Looks id={id} />
        </div>
        <SourceFacts source={source} />
      </div>
    </>
  );
}

function Progress({ source, now }: { source: Source; now: Date }) {
  const t = useTranslations("sources");
  const { stateOf } = useSourceWords();
  const { state, sentence } = stateOf(source, now);
  const { kind, lastLookedAt, dueAt, isPractice, question } = source;

  return (
    <section aria-label={t("progress")} className="flex flex-col gap-3 border-b px-4 py-4">
      <p className="flex flex-wrap items-center gap-2 text-n11 text-sm">
        <KindIcon kind={kind} />
        {t(`kind_${kind}`)}
        <StateBadge state={state} />
        {isPractice && <Badge>{t("practice")}</Badge>}
      </p>
      <p className="text-lg tabular-nums" aria-live="polite">
        <CountsLine counts={source.counts} />
      </p>
      <CountsBar source={source} />
      {question ? (
        <BrakeQuestion source={source} question={question} />
      ) : (
        <p className={state === "stopped" ? "text-bad" : "text-n11"}>{sentence}</p>
      )}
      <p className="text-n11 text-sm">
        {lastLookedAt ? (
          <>
            {t("lookedAt")} <RelativeTime at={lastLookedAt} />
          </>
        ) : (
          t("neverLooked")
        )}
        {source.state === "live" && (
          <>
            {" · "}
            {t("nextLook")} <RelativeTime at={dueAt} />
          </>
        )}
      </p>
      <SourceActions source={source} state={state} />
    </section>
  );
}
