import { platformFlow } from "../../operation/platform";
import { documentOf, questionsOf } from "../../reports/contract/document-of";
import { firstPageOf } from "../../reports/contract/first-page-of";
import { ReportContents, ReportPreview } from "../../reports/contract/report";
import { listMetrics } from "../metrics/list-metrics";
import { readMetrics } from "../metrics/read-metrics";

/** Draws the first page of a report on all workspaces with the figures of now. Nothing is kept or sent. */
export const previewReport = platformFlow("platform.preview-report", {
  title: "Preview a report on all workspaces",
  permission: "platform.read",
  input: ReportContents,
  output: ReportPreview,
  doors: ["admin"],
  audit: { notAudited: "It shows figures that its caller may read, and keeps nothing." },

  async handle({ caller, clock, files, reader, reportFiles }, contents) {
    const now = clock();
    const { items: definitions } = await listMetrics(caller, {});
    const { outcomes } = await readMetrics(caller, { queries: questionsOf(contents, now) });
    const report = documentOf(contents, { outcomes, definitions, about: "All workspaces", now });
    return firstPageOf(report, { files, reader, reportFiles });
  },
});
