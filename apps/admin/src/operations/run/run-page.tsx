"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { BackLink } from "~/shell/back-link";
import { functionName } from "../function-name";
import { KeptHere } from "../kept-here";
import { LiveMark, liveMs } from "../live-mark";
import { OperationsHeader } from "../operations-header";
import { RunStateBadge } from "../run-state-badge";

import { MaskedValue } from "./masked-value";
import type { Run } from "./run";
import { RunActions } from "./run-actions";
import { RunFacts } from "./run-facts";
import { RunFailure } from "./run-failure";
import { RunTimeline } from "./run-timeline";
import { WaitingSentence } from "./waiting-sentence";

/** One run: why it does not move, how it went step by step, and what can be done about it. */
export function RunPage({ runId }: { runId: string }) {
  const t = useTranslations("run");
  const trpc = useTRPC();
  const run = useQuery(
    trpc.admin.runs.get.queryOptions({ runId }, { refetchInterval: liveMs, retry: false }),
  );

  return (
    <>
      <OperationsHeader>
        {run.data && <LiveMark asOf={new Date(run.dataUpdatedAt)} />}
      </OperationsHeader>
      <KeptHere>
        <Loaded query={run} label={t("loading")}>
          {(data) => <Shown run={data} />}
        </Loaded>
      </KeptHere>
    </>
  );
}

function Shown({ run }: { run: Run }) {
  const t = useTranslations("run");

  return (
    <article className="flex max-w-6xl flex-col gap-6 p-4">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <BackLink href="/operations/runs">{t("back")}</BackLink>
        <h2 className="font-semibold text-xl">{functionName(run.functionId)}</h2>
        <RunStateBadge state={run.state} />
        <span className="text-n11 text-sm">
          <RelativeTime at={run.createdAt} />
        </span>
        {!run.isBulkAction && <RunActions run={run} />}
        <code className="w-full select-all break-all font-mono text-n11 text-xs">{run.id}</code>
      </header>
      {run.waitingFor && <WaitingSentence sentence={run.waitingFor} />}
      {run.error && <RunFailure run={run} error={run.error} />}
      <RunFacts run={run} />
      <RunTimeline run={run} />
      <section aria-labelledby="given" className="grid gap-x-8 gap-y-3 lg:grid-cols-2">
        <div className="min-w-0">
          <h3 id="given" className="mb-1 font-semibold">
            {t("given")}
          </h3>
          {run.events.map(({ id, data, name }) => (
            <MaskedValue key={id} label={name} value={data} />
          ))}
        </div>
        <div className="min-w-0">
          <h3 className="mb-1 font-semibold">{t("result")}</h3>
          <MaskedValue label={t("output")} value={run.output} />
        </div>
        <p className="text-n11 text-xs lg:col-span-2">{t("masked")}</p>
      </section>
    </article>
  );
}
