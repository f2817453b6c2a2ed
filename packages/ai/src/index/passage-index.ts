import type { IndexScope } from "./index-scope";

/** One passage of a document: `number` counts from 0 in reading order; `createdAt` is ISO 8601; pages count from 1. */
export type IndexedPassage = {
  documentId: string;
  number: number;
  vector: Float32Array;
  /** What is found by words, heading path included. */
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

/** `score` is from 0 to 1 within one search; `why` holds the cosine and the BM25 score of the legs that found it. */
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

/** What the index holds of a document: how many passages, and each distinct payload that they carry. */
export type IndexedDocument = {
  documentId: string;
  passages: number;
  payloads: Omit<PassagePayload, "page">[];
};

/** Where passages are found by meaning and by words. Two adapters, one conformance suite. */
export type PassageIndex = {
  /** Atomic and idempotent: afterwards the document has these passages and no others. */
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
  /** What it holds of these documents, whoever may see them; those of which it holds nothing are left out. */
  describe(workspaceId: string, documentIds: readonly string[]): Promise<IndexedDocument[]>;
  /** The documents of which it holds anything. */
  listDocumentIds(workspaceId: string): Promise<string[]>;
  /** The workspaces of which it holds anything. */
  listWorkspaceIds(): Promise<string[]>;
  stats(): Promise<{
    passages: number;
    documents: number;
    adapter: "sqlite" | "qdrant";
    model: string;
  }>;
  /** Rejects when the index does not answer; costs next to nothing. */
  ping(): Promise<void>;
  close(): Promise<void>;
};
