import type { Format } from "@besunny/document-model/parsed-document";

/** The kind of an OpenDocument file that is one XML text, by what its root says it is; null for other XML. */
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
