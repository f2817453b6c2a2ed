import type { ReportFormat } from "./report-formats";

/** The media types of the formats. */
export const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  pdf: "application/pdf",
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
