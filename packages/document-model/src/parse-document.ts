import type { ParsedDocument } from "./parsed-document";

/**
 * A model from the JSON that `JSON.stringify` made of it. What models of earlier releases do not have yet is filled in
 * empty. Throws where the text is no JSON.
 */
export function parseDocument(json: string): ParsedDocument {
  const model = asModel(JSON.parse(json));
  return { ...model, links: model.links ?? [], outline: model.outline ?? [] };
}

type Stored = Omit<ParsedDocument, "links" | "outline"> &
  Partial<Pick<ParsedDocument, "links" | "outline">>;

/** Only models are written where models are read from. */
function asModel(value: unknown): Stored {
  return value as Stored;
}
