"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { documentStages } from "@besunny/api/browser/vocabulary";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Link } from "@besunny/web-kit/link";
import { useTold } from "@besunny/web-kit/told/use-told";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  LoaderCircle,
  UserCheck,
} from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useNames } from "~/i18n/use-names";
import { DocumentHistory } from "./document-history";
import { Sensitivity } from "./sensitivity";
import { TimelineNow } from "./timeline-now";

type Timeline = Outputs["documents"]["timeline"];
type Stage = Timeline["runs"][number]["stages"][number];

const lookAgainMs = 3000;

/** Lists the events of a document with their durations, newest first. */
export function ActivityTab({ id }: { id: string }) {
  const t = useTranslations("viewer");
  const tell = useTold();
  const trpc = useTRPC();
  const timeline = useQuery(
    trpc.documents.timeline.queryOptions(
      { id },
      { refetchInterval: ({ state }) => (state.data?.now ? lookAgainMs : false) },
    ),
  );

  if (timeline.isPending) return <Skeleton className="m-4 h-40" />;
  if (timeline.error) return <ProblemState error={timeline.error} compact />;

  return (
    <div className="flex flex-col gap-6 p-4">
      {timeline.data.now && <TimelineNow now={timeline.data.now} />}
      {timeline.data.corrections.map((correction) => (
        <p key={correction.id} className="flex items-start gap-2.5">
          <UserCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-info" />
          <span className="flex-1">
            <CorrectionSentence correction={correction} />
            {correction.withdrawnAt && ` · ${t("withdrawn")}`}
          </span>
          <span className="text-n11 text-xs">
            <RelativeTime at={correction.createdAt} />
          </span>
        </p>
      ))}
      {timeline.data.runs.map((run) => (
        <section key={run.id}>
          <h2 className="mb-2 flex justify-between text-n11 text-xs">
            <span>
              {run.kind === "reprocess" && `${t("run_reprocess")} · `}
              {t(`run_${runState(run.state)}`)}
              {run.batch && (
                <>
                  {" · "}
                  <Link href={`/batches/${run.batch.id}`} className="underline underline-offset-2">
                    {run.batch.title ?? t("inBatch")}
                  </Link>
                </>
              )}
            </span>
            <RelativeTime at={run.createdAt} />
          </h2>
          {run.error && run.stages.every((stage) => !stage.error) && (
            <p className="text-bad text-sm">{tell(run.error.message)}</p>
          )}
          <ol className="flex flex-col gap-3">
            {run.stages.map((stage) => (
              <StageLine key={`${stage.name}/${stage.attempt}`} stage={stage} />
            ))}
          </ol>
        </section>
      ))}
      <Sensitivity id={id} />
      <DocumentHistory id={id} />
    </div>
  );
}

function CorrectionSentence({ correction }: { correction: Timeline["corrections"][number] }) {
  const t = useTranslations("viewer");
  const { field, before, after, source, by } = correction;
  const person = by?.name ?? t("somebody");
  const { typeName, fieldName } = useNames();
  const name = factNameOf(field);
  const shown = (value: string | null) => (value && name === null ? typeName(value) : value);
  const nothing = t(name === null ? "nothing" : "noValue");
  const words = {
    person,
    name: name === null ? t("type") : fieldName({ name }),
    before: shown(before) ?? nothing,
    after: shown(after) ?? nothing,
  };
  if (source === "confirmation") return t("confirmationLine", words);
  return t(before === null ? "additionLine" : "correctionLine", words);
}

/** Returns the name of the fact that a correction is about; null for a correction of the type. */
function factNameOf(field: string): string | null {
  return /^fact:([^:]+)/.exec(field)?.[1] ?? null;
}

function StageLine({ stage }: { stage: Stage }) {
  const t = useTranslations("viewer");
  const tell = useTold();
  const format = useFormatter();
  const name = documentStages.find((known) => known === stage.name);

  return (
    <li className="flex items-start gap-2.5">
      <StateIcon state={stage.state} />
      <div className="min-w-0 flex-1">
        <p>
          {name ? t(`stage_${name}`) : stage.name}
          {stage.attempt > 1 && (
            <span className="text-n11"> · {t("attempt", { number: stage.attempt })}</span>
          )}
        </p>
        {stage.error && <p className="text-bad text-sm">{tell(stage.error.message)}</p>}
      </div>
      {stage.durationMs !== null && (
        <span className="text-n11 text-xs tabular-nums">
          {format.number(stage.durationMs / 1000, {
            style: "unit",
            unit: "second",
            maximumFractionDigits: stage.durationMs < 10_000 ? 2 : 0,
          })}
        </span>
      )}
    </li>
  );
}

const runStates = ["queued", "running", "finished", "failed", "cancelled"] as const;

function runState(state: string): (typeof runStates)[number] {
  return runStates.find((known) => known === state) ?? "finished";
}

function StateIcon({ state }: { state: string }) {
  const size = "mt-0.5 size-4 shrink-0";
  if (state === "failed") return <CircleAlert aria-hidden className={`${size} text-bad`} />;
  if (state === "running")
    return <LoaderCircle aria-hidden className={`${size} animate-spin text-n11`} />;
  if (state === "cancelled") return <CircleSlash aria-hidden className={`${size} text-n10`} />;
  if (state === "queued") return <CircleDashed aria-hidden className={`${size} text-n10`} />;
  return <CircleCheck aria-hidden className={`${size} text-good`} />;
}
