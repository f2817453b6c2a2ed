import { listMetrics } from "../metrics/list-metrics";
import { readMetrics } from "../metrics/read-metrics";
import { flow } from "../operation/flow";
import { getWorkspace } from "../workspaces/get-workspace";
import { documentOf, questionsOf } from "./contract/document-of";
import { firstPageOf } from "./contract/first-page-of";
import { ReportContents, ReportPreview } from "./contract/report";

/** Draws the first page of a report with the figures of now. Nothing is kept or sent. */
export const previewReport = flow("reports.preview-report", {
  title: "Preview a report",
  permission: "workspace.update",
  input: ReportContents,
  output: ReportPreview,
  doors: ["web"],
  uses: ["files", "reader", "reportFiles"],
  audit: { notAudited: "It shows figures that its caller may read, and keeps nothing." },

  async handle({ caller, clock, files, reader, reportFiles }, contents) {
    const now = clock();
    const { name: about } = await getWorkspace(caller, {});
    const { items: definitions } = await listMetrics(caller, {});
    const { outcomes } = await readMetrics(caller, { queries: questionsOf(contents, now) });
    const report = documentOf(contents, { outcomes, definitions, about, now });
    return firstPageOf(report, { files, reader, reportFiles });
  },
});
