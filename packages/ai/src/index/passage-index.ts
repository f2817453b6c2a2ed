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

/** `score` is from 0 to 1 within one search; `why` has the cosine and the BM25 score of the legs that found the passage. */
export type PassageHit = {
  documentId: string;
  number: number;
  score: number;
  why: { dense: number | null; lexical: number | null };
};

export type PassageQuery = {
  vector: Float32Array;
  text: string;
  filter?: PassageFilter;
  limit: number;
};

/** The content of the index for one document: the number of its passages, and each distinct payload of them. */
export type IndexedDocument = {
  documentId: string;
  passages: number;
  payloads: Omit<PassagePayload, "page">[];
};

/** Finds passages by meaning and by words. Two adapters implement it and pass one conformance suite. */
export type PassageIndex = {
  /** Replaces all passages of a document. Atomic and idempotent. */
  replaceDocument(
    workspaceId: string,
    documentId: string,
    passages: readonly IndexedPassage[],
  ): Promise<void>;
  updatePayload(
    workspaceId: string,
    documentId: string,
    patch: Partial<PassagePayload>,
  ): Promise<void>;
  removeDocument(workspaceId: string, documentId: string): Promise<void>;
  search(scope: IndexScope, query: PassageQuery): Promise<PassageHit[]>;
  count(scope: IndexScope, filter?: PassageFilter): Promise<number>;
  /** Returns the index's content for these documents, regardless of access. Leaves out documents without passages. */
  describe(workspaceId: string, documentIds: readonly string[]): Promise<IndexedDocument[]>;
  /** Lists the documents that have a passage in the index. */
  listDocumentIds(workspaceId: string): Promise<string[]>;
  /** Lists the workspaces that have a passage in the index. */
  listWorkspaceIds(): Promise<string[]>;
  stats(): Promise<{
    passages: number;
    documents: number;
    adapter: "sqlite" | "qdrant";
    model: string;
  }>;
  /** Rejects if the index does not answer. Costs next to nothing. */
  ping(): Promise<void>;
  close(): Promise<void>;
};
