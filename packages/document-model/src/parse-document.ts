import type { ParsedDocument } from "./parsed-document";

/**
 * Parses the JSON that `JSON.stringify` made of a document and returns it. Fields that earlier releases did not write are
 * filled in empty. Throws `SyntaxError` if the text is not JSON.
 */
export function parseDocument(json: string): ParsedDocument {
  const document = asModel(JSON.parse(json));
  return { ...document, links: document.links ?? [], outline: document.outline ?? [] };
}

type Stored = Omit<ParsedDocument, "links" | "outline"> &
  Partial<Pick<ParsedDocument, "links" | "outline">>;

/** Safe because only parsed documents are written to the files that this reads. */
function asModel(value: unknown): Stored {
  return value as Stored;
}
