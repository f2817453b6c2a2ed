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

const rank = count.nullable();

/**
 * Why a passage was found: the cosine and the BM25 score with their ranks, from 1, among what the index found. `words` are those of the query
 * that the text holds, `headings` the headings that hold others.
 */
const Why = z.object({
  dense: z.number().nullable(),
  lexical: z.number().nullable(),
  denseRank: rank,
  lexicalRank: rank,
  words: z.array(z.string()),
  headings: z.array(z.string()),
});

const Shown = z.object({
  passage: Passage.extend({ marks: z.array(span) }),
  score: z.number(),
  why: Why,
});
export type Shown = z.infer<typeof Shown>;

/**
 * Hints for a search that found nothing. `didYouMean` is the query with words as visible documents spell them. `near` has such words for each
 * word that no visible document holds. `lift` says how many documents are found without a filter.
 */
const Hints = z.object({
  didYouMean: z.string().nullable(),
  near: z.array(z.object({ word: z.string(), near: z.array(z.string()) })),
  lift: z.array(z.object({ filter: z.string(), documents: count })),
});
export type Hints = z.infer<typeof Hints>;

/**
 * Passages, the best first. Grouped by document, the best passage of each has others beside it in `more`, and `alsoIn` names documents whose
 * passage says the same.
 */
export const SearchResult = z.object({
  items: z.array(
    Shown.extend({
      document: DocumentSummary,
      more: z.array(Shown),
      /** The number of further passages of the document that were found, those in `more` among them. */
      moreCount: count,
      alsoIn: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  ),
  /** Nothing matches the query well. A search for words has no items then; a question in plain words has its nearest passages. */
  isWeak: z.boolean(),
  /** Null if something was found. */
  hints: Hints.nullable(),
  /** The places of the query that were not understood. */
  troubles: z.array(
    z.object({ text: z.string(), message: z.string(), suggestion: z.string().nullable() }),
  ),
  /** Of the documents that were found. */
  facets: Facets,
  tookMs: z.number(),
});
