"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Link } from "@besunny/web-kit/link";
import { useTranslations } from "next-intl";

import { timeSpan } from "~/operations/time-span";

import type { DocumentDetail } from "./document-detail";
import { documentsHref } from "./filters";
import { useReason } from "./reason";
import { Section } from "./section";
import { useStageName } from "./stage-name";

/** The runs of a document, newest first, each with its stages. */
export function DocumentRuns({ runs }: { runs: DocumentDetail["runs"] }) {
  const t = useTranslations("document");

  return (
    <Section title={t("runs")} hint={runs.length > 0 ? t("runsHint") : t("noRuns")}>
      <ol className="flex flex-col">
        {runs.map((run) => (
          <OneRun key={run.id} run={run} />
        ))}
      </ol>
    </Section>
  );
}

function OneRun({ run }: { run: DocumentDetail["runs"][number] }) {
  const t = useTranslations("document");
  const reasonOf = useReason();
  const stageName = useStageName();

  return (
    <li id={run.id} className="scroll-mt-16 border-n5 border-b py-3 target:bg-accent-soft">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
        <span className="font-medium">
          {t(run.kind === "reprocess" ? "kind_reprocess" : "kind_process")}
        </span>
        <span className="text-n11 first-letter:uppercase">{run.state}</span>
        <span className="text-n11">
          <RelativeTime at={run.createdAt} />
        </span>
        {run.finishedAt && (
          <span className="text-n11 tabular-nums">
            {timeSpan(run.finishedAt.getTime() - run.createdAt.getTime())}
          </span>
        )}
        {run.batchId && (
          <Link
            href={documentsHref({ batchId: run.batchId })}
            className="underline underline-offset-2"
          >
            {t("batch")}
          </Link>
        )}
        <code className="ml-auto select-all break-all font-mono text-n11 text-xs">{run.id}</code>
      </p>
      {run.errorCode && (
        <p className="mt-1 text-bad text-sm" title={run.errorMessage ?? undefined}>
          {reasonOf(run.errorCode)}
        </p>
      )}
      {run.steps.length > 0 && (
        <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-n11 text-sm">
          {run.steps.map((step) => (
            <li key={step.name} className="tabular-nums">
              <span className={step.state === "failed" ? "text-bad" : "text-n12"}>
                {stageName(step.name)}
              </span>{" "}
              {step.durationMs === null ? step.state : timeSpan(step.durationMs)}
              {step.attempt > 1 && ` · ${t("tries")} ${step.attempt}`}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
