import { z } from "zod";

import { count, idIn, instant } from "../../shapes";
import { Said } from "../../understanding/contract/said-facts";
import { Fact, UnderstandingResult } from "../../understanding/contract/statements";
import { DocumentSummary } from "./document-summary";

/** The current result of a document, with what people said of its facts. */
const ShownResult = UnderstandingResult.extend({
  facts: z.array(Fact.extend({ said: Said.optional() })),
}).meta({ id: "ShownResult" });

/** A document with its current result, parent, attachments and versions. */
export const DocumentDetail = DocumentSummary.extend({
  /** True if the caller may change the document. */
  mayChange: z.boolean(),
  parent: z.object({ id: idIn("doc"), title: z.string() }).nullable(),
  attachments: z.array(DocumentSummary),
  versions: z.array(
    z.object({ number: count, fileName: z.string(), size: count, createdAt: instant }),
  ),
  // `UnderstandingResult.nullable()` would make every result of the REST contract nullable.
  result: z.union([ShownResult, z.null()]),
}).meta({ id: "DocumentDetail" });
export type DocumentDetail = z.infer<typeof DocumentDetail>;

const counts = z.array(
  z.object({
    value: z.string().nullable(),
    /** The name of a project. */
    name: z.string().nullable(),
    count,
  }),
);

/** The number of documents for each value of a facet, and of all that fulfil the filter. */
export const Facets = z
  .object({
    types: counts,
    projects: counts,
    tags: counts,
    statuses: counts,
    languages: counts,
    years: counts,
    folders: counts.meta({ description: "The folders within the folder that `in:` names" }),
    fields: z
      .array(z.object({ id: idIn("fld"), key: z.string(), name: z.string(), counts }))
      .meta({ description: "The values of lists and of yes-or-no fields of the workspace" }),
    total: count,
  })
  .meta({ id: "Facets" });
