"use client";

import { Badge } from "@besunny/ui/display/badge";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Link } from "@besunny/web-kit/link";
import { useFormatter, useTranslations } from "next-intl";

import { functionName } from "../function-name";
import { useRunSetting } from "../kept-here";
import { runsHref } from "../runs/run-filters";
import { timeSpan } from "../time-span";

import type { Metrics } from "./metrics";
import { Panel } from "./panel";
import { PauseButton } from "./pause-button";

/** Lists the functions with their waiting and running runs, and the buttons that pause them. */
export function FunctionTable({ functions }: { functions: Metrics["functions"] }) {
  const t = useTranslations("queue");
  const format = useFormatter();
  const { functions: known } = useRunSetting();
  const isServed = (id: string) => known.find((each) => each.id === id)?.isServed ?? true;

  return (
    <Panel title={t("functions")} definition={t("functionsDefinition")}>
      <Table label={t("functions")}>
        <thead>
          <tr>
            <TableHead>{t("function")}</TableHead>
            <TableHead>{t("state")}</TableHead>
            <TableHead numeric>{t("wait")}</TableHead>
            <TableHead numeric>{t("running")}</TableHead>
            <TableHead numeric>{t("sleeping")}</TableHead>
            <TableHead numeric>{t("oldestWait")}</TableHead>
            <TableHead className="relative">
              <span className="sr-only">{t("pause")}</span>
            </TableHead>
          </tr>
        </thead>
        <tbody>
          {functions.map((row) => (
            <TableRow key={row.functionId}>
              <TableCell className="whitespace-nowrap">
                <Link
                  href={runsHref({ function: row.functionId })}
                  className="underline underline-offset-2"
                >
                  {functionName(row.functionId)}
                </Link>
              </TableCell>
              <TableCell>
                <Badge tone={row.isPaused ? "attention" : "neutral"}>
                  {t(row.isPaused ? "paused" : isServed(row.functionId) ? "active" : "gone")}
                </Badge>
              </TableCell>
              <TableCell numeric>{format.number(row.queued)}</TableCell>
              <TableCell numeric>{format.number(row.running)}</TableCell>
              <TableCell numeric>{format.number(row.sleeping)}</TableCell>
              <TableCell numeric>
                {row.oldestQueuedSeconds === null ? "–" : timeSpan(row.oldestQueuedSeconds * 1_000)}
              </TableCell>
              <TableCell className="text-right">
                <PauseButton functionId={row.functionId} isPaused={row.isPaused} />
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
