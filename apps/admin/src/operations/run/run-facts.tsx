"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Link } from "@besunny/web-kit/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MICRO } from "~/costs/money";
import { documentHref } from "~/documents/filters";
import { FactGrid } from "~/shell/fact-grid";

import { useRunSetting } from "../kept-here";
import { runHref, runsHref } from "../runs/run-filters";
import { timeSpan } from "../time-span";

import type { Run } from "./run";

/** Lists the facts about a run, without its steps. */
export function RunFacts({ run }: { run: Run }) {
  const t = useTranslations("run");
  const format = useFormatter();
  const { workspaceName } = useRunSetting();
  const end = run.finishedAt ?? null;
  const facts: [string, ReactNode][] = [
    [
      t("workspace"),
      run.tenant ? (
        <Link href={runsHref({ workspace: run.tenant })} className="underline underline-offset-2">
          {workspaceName(run.tenant)}
        </Link>
      ) : (
        workspaceName(null)
      ),
    ],
    [t("event"), <code key="event">{run.eventName}</code>],
    [t("created"), <RelativeTime key="at" at={run.createdAt} />],
    [t("began"), run.startedAt && <RelativeTime key="at" at={run.startedAt} />],
    [t("ended"), end && <RelativeTime key="at" at={end} />],
    [t("took"), run.startedAt && end && timeSpan(end.getTime() - run.startedAt.getTime())],
    [t("tries"), run.attempt > 0 && t("triesOf", { attempt: run.attempt, max: run.maxAttempts })],
    [t("worker"), run.worker && <code key="worker">{run.worker}</code>],
    [t("takeovers"), t("takeoversTimes", { count: run.takeovers })],
    [t("cost"), <Cost key="cost" run={run} />],
    [
      t("size"),
      format.number(run.stateBytes, { style: "unit", unit: "byte", unitDisplay: "long" }),
    ],
    [
      t("document"),
      run.document && (
        <Link
          href={documentHref(run.document.documentId, run.document.runId)}
          className="underline underline-offset-2"
        >
          <code>{run.document.documentId}</code>
        </Link>
      ),
    ],
    [t("parent"), run.parentRunId && <RunLink id={run.parentRunId} />],
    [t("replayOf"), run.replayOf && <RunLink id={run.replayOf} />],
    [t("replays"), run.replays.length > 0 && run.replays.map((id) => <RunLink key={id} id={id} />)],
  ];

  return <FactGrid label={t("facts")} facts={facts} />;
}

function Cost({ run: { costMicro, costsUnknown } }: { run: Run }) {
  const t = useTranslations("run");
  const format = useFormatter();
  if (costMicro === null && costsUnknown === 0) return t("costNone");
  const money = { style: "currency", currency: "USD", maximumFractionDigits: 4 } as const;
  const known = costMicro === null ? null : format.number(costMicro / MICRO, money);
  const unknown = costsUnknown > 0 ? t("costUnknown", { count: costsUnknown }) : null;
  return [known, unknown].filter((part) => part !== null).join(" + ");
}

export function RunLink({ id }: { id: string }) {
  return (
    <Link
      href={runHref(id)}
      className="mr-2 inline-block font-mono text-xs underline underline-offset-2"
      title={id}
    >
      …{id.slice(-8)}
    </Link>
  );
}
