import type { Format } from "@besunny/document-model/parsed-document";

/** Returns the format of an OpenDocument file in one XML text, from its root element; null for other XML. */
export function flatOpenDocument(start: string): Format | null {
  if (!/<office:document\s/.test(start)) return null;
  const [, kind] =
    /office:mimetype="application\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation|graphics)/.exec(
      start,
    ) ?? [];
  if (kind === "text") return "odt";
  if (kind === "spreadsheet") return "ods";
  return kind ? "odp" : null;
}

/** Returns true for a workbook in the one XML text that Excel has written since 2003. */
export function isExcelXml(start: string): boolean {
  const head = start.slice(0, 4_000);
  return (
    /<\?mso-application\s+progid="Excel\.Sheet"|<(?:\w+:)?Workbook[\s>]/.test(head) &&
    head.includes("urn:schemas-microsoft-com:office:spreadsheet")
  );
}
