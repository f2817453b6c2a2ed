import type { IndexScope } from "./index-scope";

/** One passage of a document: `number` counts from 0 in reading order; `createdAt` is ISO 8601; pages count from 1. */
export type IndexedPassage = {
  documentId: string;
  number: number;
  vector: Float32Array;
  /** The text in which words are searched, with the heading path. */
  text: string;
  payload: PassagePayload;
};

/** `language` (ISO 639-1) also chooses the stemmer of the passage's words when they are written. */
export type PassagePayload = {
  projectIds: string[];
  access: string[];
  type: string | null;
  status: string;
  language: string | null;
  createdAt: string;
  page: number;
};

/** All given conditions hold together. `from` and `to` are ISO 8601 and inclusive, on `createdAt`. */
export type PassageFilter = {
  projectId?: string;
  documentIds?: string[];
  type?: string;
  language?: string;
  status?: string;
  from?: string;
  to?: string;
};

/**
 * Conditions on the words of a passage. A phrase holds where its words stand side by side in its order. Both sides are compared as stems
 * in the language of the passage, without case, accents and punctuation. So "60 days written notice" holds in "60 days' written notices".
 * Common words count. A passage must hold all `phrases` and none of `without`; each may be a single word. One without words is ignored.
 */
export type WordConditions = {
  phrases?: readonly string[];
  without?: readonly string[];
};

/** `score` is from 0 to 1 within one search; `why` has the cosine and the BM25 score of the legs that found the passage. */
export type PassageHit = {
  documentId: string;
  number: number;
  score: number;
  why: { dense: number | null; lexical: number | null };
};

/** Words are weighed by their rarity among the passages that the scope may see, so no other passage moves a rank. */
export type PassageQuery = WordConditions & {
  vector: Float32Array;
  text: string;
  filter?: PassageFilter;
  limit: number;
};

export const facetKeys = ["type", "project", "language", "status"] as const;
export type FacetKey = (typeof facetKeys)[number];

/** With `text`, only documents count that have a passage with one of its words. Word conditions apply to the same passage. */
export type FacetQuery = WordConditions & {
  filter?: PassageFilter;
  keys: readonly FacetKey[];
  text?: string;
};

/** The exact number of documents for each value that occurs, most first. Documents without a value are not counted. */
export type Facets = Partial<Record<FacetKey, { value: string; documents: number }[]>>;

/** `isKnown` says whether a visible passage holds the word in any inflection; `near` has up to three visible words, nearest first. */
export type NearTerms = { word: string; isKnown: boolean; near: string[] };

/**
 * The content of the index for one document: the number of its passages, and each distinct payload of them. It is outdated if a passage
 * has words of an older form, which `replaceWords` renews.
 */
export type IndexedDocument = {
  documentId: string;
  passages: number;
  payloads: Omit<PassagePayload, "page">[];
  isOutdated: boolean;
};

/** Finds passages by meaning and by words. Two adapters implement it and pass one conformance suite. */
export type PassageIndex = {
  /** Replaces all passages of a document. Atomic and idempotent. */
  replaceDocument(
    workspaceId: string,
    documentId: string,
    passages: readonly IndexedPassage[],
  ): Promise<void>;
  /** Makes the words of a document's passages again and keeps their vectors. Ignores passages that the index lacks. */
  replaceWords(
    workspaceId: string,
    documentId: string,
    passages: readonly Pick<IndexedPassage, "number" | "text">[],
  ): Promise<void>;
  updatePayload(
    workspaceId: string,
    documentId: string,
    patch: Partial<PassagePayload>,
  ): Promise<void>;
  removeDocument(workspaceId: string, documentId: string): Promise<void>;
  search(scope: IndexScope, query: PassageQuery): Promise<PassageHit[]>;
  count(scope: IndexScope, filter?: PassageFilter): Promise<number>;
  facets(scope: IndexScope, query: FacetQuery): Promise<Facets>;
  /** Returns for each word whether the scope knows it, and otherwise words of nearly the same spelling that it does. */
  nearTerms(scope: IndexScope, words: readonly string[]): Promise<NearTerms[]>;
  /** Returns the index's content for these documents, regardless of access. Leaves out documents without passages. */
  describe(workspaceId: string, documentIds: readonly string[]): Promise<IndexedDocument[]>;
  /** Lists the documents that have a passage in the index. */
  listDocumentIds(workspaceId: string): Promise<string[]>;
  /** Lists the workspaces that have a passage in the index. */
  listWorkspaceIds(): Promise<string[]>;
  /** `outdated` counts passages whose words have an older form. */
  stats(): Promise<{
    passages: number;
    documents: number;
    outdated: number;
    adapter: "sqlite" | "qdrant";
    model: string;
  }>;
  /** Rejects if the index does not answer. Costs next to nothing. */
  ping(): Promise<void>;
  close(): Promise<void>;
};
