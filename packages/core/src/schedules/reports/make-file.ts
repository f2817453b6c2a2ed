import type { StoredReport, StoredReportRun } from "@besunny/db/reports/reports";

import type { PlatformContext } from "../../context";
import { fingerprintOf, rowCountsOf } from "../../reports/contract/fingerprint-of";
import { choicesOf } from "../../reports/contract/report";
import { maySee } from "./may-see";
import { readReport } from "./read-report";

/**
 * Makes the file of a run with the figures that the report's owner may see now. If they may not see them any more, the report pauses and says so.
 * Made again, it makes the same file at the same place.
 */
export async function makeFile(
  ctx: PlatformContext,
  run: StoredReportRun,
): Promise<"made" | "skipped" | "failed"> {
  const { dueReports } = ctx.db.platform;
  const report = await dueReports.find(run.reportId);
  const now = ctx.clock();
  if (!report) return "failed";
  const [owner] = await dueReports.listPeople(report.workspaceId, [report.ownerId]);
  if (!(owner && maySee(report, owner))) return stopped(ctx, run, report);

  const choices = choicesOf(report);
  const document = await readReport(ctx, { report, owner, choices });
  const fingerprint = fingerprintOf(document);
  const isAsked = run.askedById !== null;
  if (choices.skipsUnchanged && !isAsked && report.lastFingerprint === fingerprint) {
    await dueReports.updateRun(run.id, {
      state: "skipped",
      asOf: document.asOf,
      fingerprint,
      error: null,
      finishedAt: now,
    });
    return "skipped";
  }
  const content = await ctx.reportFiles.make(document, choices.format);
  const artefactKey = `reports/${report.workspaceId ?? "platform"}/${report.id}/${run.id}.${choices.format}`;
  await ctx.files.write(artefactKey, content);
  await dueReports.updateRun(run.id, {
    state: "made",
    asOf: document.asOf,
    artefactKey,
    bytes: content.length,
    rowCounts: rowCountsOf(document),
    fingerprint,
    error: null,
  });
  await dueReports.remember(report.id, fingerprint);
  return "made";
}

async function stopped(
  { db, clock }: PlatformContext,
  { id }: StoredReportRun,
  report: StoredReport,
): Promise<"failed"> {
  const { dueReports } = db.platform;
  const reason = `${report.owner.name}, whose report it is, may not see its figures any more. Somebody else has to make it anew.`;
  await dueReports.updateRun(id, { state: "failed", error: reason, finishedAt: clock() });
  await dueReports.pause(report.id, reason, clock());
  return "failed";
}
