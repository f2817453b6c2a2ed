"use client";

import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useTranslations } from "next-intl";

import { Panel } from "../queue/panel";
import { RunLink } from "../run/run-facts";

import type { OperationDetail } from "./operation";

/** Runs of an operation with what came of each. */
export function ActedRuns({
  title,
  hint,
  rows,
}: {
  title: string;
  hint: string;
  rows: OperationDetail["left"];
}) {
  const t = useTranslations("bulk");
  const outcomeOf = (outcome: string) =>
    outcome === "skipped" || outcome === "failed" || outcome === "done"
      ? t(`outcome_${outcome}`)
      : outcome;
  if (rows.length === 0) return null;

  return (
    <Panel title={title} definition={hint}>
      <Table label={title}>
        <thead>
          <tr>
            <TableHead>{t("run")}</TableHead>
            <TableHead>{t("outcome")}</TableHead>
            <TableHead>{t("reason")}</TableHead>
            <TableHead>{t("newRun")}</TableHead>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ runId, outcome, reason, newRunId }) => (
            <TableRow key={runId}>
              <TableCell>
                <RunLink id={runId} />
              </TableCell>
              <TableCell className="whitespace-nowrap">{outcomeOf(outcome)}</TableCell>
              <TableCell>{reason}</TableCell>
              <TableCell>{newRunId && <RunLink id={newRunId} />}</TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
