"use client";

import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Link } from "@besunny/web-kit/link";
import { useFormatter, useTranslations } from "next-intl";

import { useRunSetting } from "../kept-here";
import { runsHref } from "../runs/run-filters";
import { timeSpan } from "../time-span";

import type { Metrics } from "./metrics";
import { Panel } from "./panel";

/** Lists the workspaces with their waiting and running runs, and the time that runs had to wait. */
export function WaitTable({ tenants }: { tenants: Metrics["tenants"] }) {
  const t = useTranslations("queue");
  const format = useFormatter();
  const { workspaceName } = useRunSetting();
  const span = (value: number | null, unitMs = 1) =>
    value === null ? "–" : timeSpan(value * unitMs);

  return (
    <Panel title={t("waits")} definition={t("waitsDefinition")}>
      {tenants.length === 0 ? (
        <p className="px-4 text-n11">{t("noWaits")}</p>
      ) : (
        <Table label={t("waits")}>
          <thead>
            <tr>
              <TableHead>{t("workspace")}</TableHead>
              <TableHead numeric>{t("wait")}</TableHead>
              <TableHead numeric>{t("running")}</TableHead>
              <TableHead numeric>{t("oldestWait")}</TableHead>
              <TableHead numeric>{t("begunHour")}</TableHead>
              <TableHead numeric>{t("p50")}</TableHead>
              <TableHead numeric>{t("p95")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {tenants.map((row) => (
              <TableRow key={row.tenant}>
                <TableCell className="max-w-60 truncate">
                  <Link
                    href={runsHref({ workspace: row.tenant })}
                    className="underline underline-offset-2"
                  >
                    {workspaceName(row.tenant)}
                  </Link>
                </TableCell>
                <TableCell numeric>{format.number(row.queued)}</TableCell>
                <TableCell numeric>{format.number(row.running)}</TableCell>
                <TableCell numeric>{span(row.oldestQueuedSeconds, 1_000)}</TableCell>
                <TableCell numeric>{format.number(row.begun)}</TableCell>
                <TableCell numeric>{span(row.waitP50Ms)}</TableCell>
                <TableCell numeric>{span(row.waitP95Ms)}</TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}
