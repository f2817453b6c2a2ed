import type { Outputs } from "@besunny/api/browser/outputs";

/** A document with all that is understood of it. */
export type DocumentDetail = Outputs["documents"]["get"];

/** The result of a document that was understood. */
export type Understanding = NonNullable<DocumentDetail["result"]>;

/** Words of the document that a statement rests on. */
export type Evidence = Understanding["type"]["evidence"][number];

/** Returns the page or slide of the evidence; null if its locator names none. */
export function pageOfEvidence({ at }: Evidence): number | null {
  if ("page" in at) return at.page ?? null;
  return "slide" in at ? at.slide : null;
}
