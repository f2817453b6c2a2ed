import type { ReportFormat } from "@besunny/api/browser/vocabulary";

const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  pdf: "application/pdf",
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Has the browser save a file that came in base64. */
export function saveFile(file: { fileName: string; format: ReportFormat; base64: string }): void {
  const bytes = Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaTypes[file.format] }));
  Object.assign(document.createElement("a"), { href: address, download: file.fileName }).click();
  URL.revokeObjectURL(address);
}
