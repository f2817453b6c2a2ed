import type { NamedFact } from "@besunny/db/workspace/documents/document-facts";
import { z } from "zod";

import { allFields } from "../../understanding/contract/cards/cards";
import { highlightsOf } from "../../understanding/contract/cards/highlights";
import { DocumentSummary } from "./document-summary";

/** Lists show so many facts of one document. */
const MOST = 2;
const LONGEST = 120;

/** A document in the library, with the facts that tell it from others of its type. */
export const ListedDocument = DocumentSummary.extend({
  highlights: z
    .array(z.object({ name: z.string(), label: z.string(), text: z.string() }))
    .meta({ description: "The facts that tell it from others of its type, two at most" }),
}).meta({ id: "ListedDocument" });
export type ListedDocument = z.infer<typeof ListedDocument>;

const labels = new Map(allFields.map(({ name, label }) => [name, label]));

/** Returns the facts that tell a document from others of its type. Of a name with several facts the first two count as one. */
export function highlightsAmong(
  { type }: { type: string | null },
  facts: readonly NamedFact[],
): ListedDocument["highlights"] {
  return highlightsOf(type)
    .flatMap((name) => {
      const texts = facts.filter((fact) => fact.name === name).map(({ text }) => text.trim());
      const shown = [...new Set(texts)].slice(0, 2).join(" · ");
      return shown
        ? [{ name, label: labels.get(name) ?? name, text: shown.slice(0, LONGEST) }]
        : [];
    })
    .slice(0, MOST);
}
