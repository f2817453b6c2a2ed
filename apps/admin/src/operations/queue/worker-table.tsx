"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useFormatter, useTranslations } from "next-intl";

import type { Metrics } from "./metrics";
import { Panel } from "./panel";

/** Lists the workers with the time of their last heartbeat. */
export function WorkerTable({ workers }: { workers: Metrics["workers"] }) {
  const t = useTranslations("queue");
  const format = useFormatter();

  return (
    <Panel title={t("workers")} definition={t("workersDefinition")}>
      {workers.length === 0 ? (
        <EmptyState title={t("noWorkers")} className="py-6">
          {t("noWorkersHint")}
        </EmptyState>
      ) : (
        <Table label={t("workers")}>
          <thead>
            <tr>
              <TableHead>{t("worker")}</TableHead>
              <TableHead numeric>{t("jobs")}</TableHead>
              <TableHead>{t("seen")}</TableHead>
              <TableHead>{t("since")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {workers.map(({ id, jobs, seenAt, startedAt }) => (
              <TableRow key={id}>
                <TableCell className="font-mono text-xs">{id}</TableCell>
                <TableCell numeric>{format.number(jobs)}</TableCell>
                <TableCell>
                  <RelativeTime at={seenAt} />
                </TableCell>
                <TableCell className="text-n11">
                  <RelativeTime at={startedAt} />
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}
