import { reportCsv } from "./csv";
import type { ReportDocument } from "./report-document";
import type { ReportFormat } from "./report-formats";
import type { Statement } from "./statement";

/** Makes the files of reports. */
export type ReportFiles = {
  make(report: ReportDocument, format: ReportFormat): Promise<Uint8Array>;
  /** Makes the PDF of an invoice. */
  statement(statement: Statement): Promise<Uint8Array>;
};

/** Returns the maker of the files, which takes its fonts from the folder of Carlito. What draws PDFs and writes workbooks is loaded when it is first needed. */
export function createReportFiles({ fonts }: { fonts: string }): ReportFiles {
  return {
    async make(report, format) {
      if (format === "csv") return new TextEncoder().encode(reportCsv(report));
      if (format === "xlsx") return (await import("./xlsx")).reportXlsx(report);
      return (await import("./pdf/report-pdf")).reportPdf(report, fonts);
    },

    async statement(statement) {
      return (await import("./pdf/statement-pdf")).statementPdf(statement, fonts);
    },
  };
}
