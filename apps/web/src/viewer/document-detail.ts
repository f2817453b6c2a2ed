import type { Outputs } from "@besunny/api/browser/outputs";

/** A document with all that is understood of it. */
export type DocumentDetail = Outputs["documents"]["get"];

/** What was understood; null until it was. */
export type Understanding = NonNullable<DocumentDetail["result"]>;

/** Words of the document that a statement rests on. */
export type Evidence = Understanding["type"]["evidence"][number];

/** The page, slide or sheet that evidence stands on, where its place tells. */
export function pageOfEvidence({ at }: Evidence): number | null {
  if ("page" in at) return at.page ?? null;
  return "slide" in at ? at.slide : null;
}
