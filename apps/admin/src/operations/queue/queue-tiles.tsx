"use client";

import { StatTile } from "@besunny/ui/display/stat-tile";
import { Link } from "@besunny/web-kit/link";
import { useFormatter, useTranslations } from "next-intl";

import { runsHref } from "../runs/run-filters";
import { timeSpan } from "../time-span";

import type { Metrics } from "./metrics";

/** The figures first asked for; each opens the runs behind it. */
export function QueueTiles({ metrics }: { metrics: Metrics }) {
  const t = useTranslations("queue");
  const format = useFormatter();
  const link = (name: string, href: string) => <Link href={href}>{t("openRuns", { name })}</Link>;

  return (
    <div className="grid grid-cols-2 gap-3 px-4 lg:grid-cols-5">
      <StatTile
        label={t("queued")}
        value={format.number(metrics.queued)}
        note={t("queuedNote")}
        action={link(t("queued"), runsHref({ state: ["queued"] }))}
      />
      <StatTile
        label={t("oldest")}
        value={
          metrics.oldestQueuedSeconds === null ? "–" : timeSpan(metrics.oldestQueuedSeconds * 1_000)
        }
        note={t(metrics.oldestQueuedSeconds === null ? "oldestNone" : "oldestNote")}
      />
      <StatTile
        label={t("running")}
        value={format.number(metrics.running)}
        note={t("runningNote", { workers: metrics.workers.length })}
        action={link(t("running"), runsHref({ state: ["running"] }))}
      />
      <StatTile
        label={t("sleeping")}
        value={format.number(metrics.sleeping)}
        note={t("sleepingNote")}
        action={link(t("sleeping"), runsHref({ state: ["sleeping"] }))}
      />
      <StatTile
        label={t("parked")}
        value={format.number(metrics.parked)}
        note={t("parkedNote")}
        className="max-lg:col-span-2"
      />
    </div>
  );
}
