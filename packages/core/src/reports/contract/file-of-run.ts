import type { ReportRepository } from "@besunny/db/reports/reports";
import type { z } from "zod";

import { notFound } from "../../errors";
import { fileNameOf } from "./file-name-of";
import { reportRunOf, type StoredFile } from "./report";

/** Returns where the file of a run is stored. Throws `NOT_FOUND`, also where there is no file. */
export async function fileOfRun(
  reports: ReportRepository,
  id: string,
): Promise<z.infer<typeof StoredFile>> {
  const run = (await reports.findRun(id)) ?? notFound("Report run", id);
  const report = (await reports.find(run.reportId)) ?? notFound("Report", run.reportId);
  const { artefactKey, asOf, createdAt } = run;
  const key = artefactKey ?? notFound("File of the report run", id);
  const { format } = reportRunOf(run);
  return {
    key,
    format,
    fileName: fileNameOf({ title: report.title, at: asOf ?? createdAt, format }),
  };
}
