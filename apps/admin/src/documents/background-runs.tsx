"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Link } from "@besunny/web-kit/link";
import { useTranslations } from "next-intl";

import { errorWords } from "~/operations/error-words";
import { functionName } from "~/operations/function-name";
import { RunStateBadge } from "~/operations/run-state-badge";
import { runHref } from "~/operations/runs/run-filters";
import { timeSpan } from "~/operations/time-span";

import type { DocumentDetail } from "./document-detail";
import { Section } from "./section";

/** The runs of background functions on a document; each leads to its steps. */
export function BackgroundRuns({ runs }: { runs: DocumentDetail["backgroundRuns"] }) {
  const t = useTranslations("document");
  const hint =
    runs === null ? "keptByInngest" : runs.length > 0 ? "backgroundHint" : "noBackground";

  return (
    <Section title={t("background")} hint={t(hint)}>
      {runs !== null && runs.length > 0 && (
        <Table label={t("background")}>
          <thead>
            <tr>
              <TableHead>{t("run")}</TableHead>
              <TableHead>{t("state")}</TableHead>
              <TableHead className="max-md:hidden">{t("reason")}</TableHead>
              <TableHead numeric className="max-md:hidden">
                {t("took")}
              </TableHead>
              <TableHead>{t("started")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => {
              const reason = run.error && errorWords(run.error);
              return (
                <TableRow key={run.id}>
                  <TableCell>
                    <Link
                      href={runHref(run.id)}
                      title={run.id}
                      className="whitespace-nowrap font-medium underline underline-offset-2"
                    >
                      {functionName(run.functionId)}
                    </Link>
                  </TableCell>
                  <TableCell>
                    <RunStateBadge state={run.state} />
                  </TableCell>
                  <TableCell
                    className="max-w-80 truncate max-md:hidden"
                    title={reason ?? undefined}
                  >
                    {reason}
                  </TableCell>
                  <TableCell numeric className="whitespace-nowrap max-md:hidden">
                    {run.startedAt &&
                      run.finishedAt &&
                      timeSpan(run.finishedAt.getTime() - run.startedAt.getTime())}
                  </TableCell>
                  <TableCell className="text-n11">
                    <RelativeTime at={run.createdAt} />
                  </TableCell>
                </TableRow>
              );
            })}
          </tbody>
        </Table>
      )}
    </Section>
  );
}
