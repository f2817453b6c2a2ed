import { z } from "zod";

import { Facets } from "../../documents/contract/document-detail";
import { DocumentSummary } from "../../documents/contract/document-summary";
import { documentId, projectId } from "../../ids";
import { moment } from "../../moment";
import { count } from "../../shapes";
import { Locator } from "../../understanding/contract/statements";

const span = z.tuple([z.number(), z.number()]);

/** The filters of a search. */
export const searchFilter = z.object({
  projectId: projectId.optional(),
  documentId: documentId.optional(),
  documentIds: z.array(documentId).max(500).optional(),
  type: z.string().max(60).optional(),
  status: z.string().max(20).optional(),
  language: z.string().max(10).optional(),
  from: moment.optional(),
  to: moment.optional(),
});

const Passage = z.object({
  number: count,
  text: z.string(),
  page: count,
  span,
  headingPath: z.array(z.string()),
  at: Locator,
});

/** A passage with its document, before it is ranked. */
export type FoundPassage = { document: DocumentSummary; passage: z.infer<typeof Passage> };

/** Passages, the best first; `why` holds the ranks by meaning and by words. */
export const SearchResult = z.object({
  items: z.array(
    z.object({
      document: DocumentSummary,
      passage: Passage.extend({ marks: z.array(span) }),
      score: z.number(),
      why: z.object({ dense: z.number().nullable(), lexical: z.number().nullable() }),
    }),
  ),
  /** The places of the query that were not understood. */
  troubles: z.array(
    z.object({ text: z.string(), message: z.string(), suggestion: z.string().nullable() }),
  ),
  /** Of the documents that were found. */
  facets: Facets,
  tookMs: z.number(),
});
