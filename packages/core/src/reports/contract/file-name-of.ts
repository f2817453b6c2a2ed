import type { ReportFormat } from "./report-words";

/** Returns the name of a report's file, such as `weekly-overview-2026-03-31.pdf`. */
export function fileNameOf(given: { title: string; at: Date; format: ReportFormat }): string {
  const { title, at, format } = given;
  const plain = title
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60);
  return `${plain || "report"}-${at.toISOString().slice(0, 10)}.${format}`;
}
