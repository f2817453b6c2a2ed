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
