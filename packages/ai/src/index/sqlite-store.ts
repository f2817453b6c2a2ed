import type { DatabaseSync } from "node:sqlite";
import type { IndexScope } from "./index-scope";
import type {
  FacetQuery,
  Facets,
  IndexedDocument,
  IndexedPassage,
  NearTerms,
  PassageFilter,
  PassageHit,
  PassagePayload,
  PassageQuery,
} from "./passage-index";
import { describeDocuments } from "./sqlite/description";
import { countFacets } from "./sqlite/facets";
import { visiblePayloads } from "./sqlite/masks";
import { mergeWhenMany } from "./sqlite/merge";
import { nearTerms } from "./sqlite/near-terms";
import { openIndexFile } from "./sqlite/schema";
import { searchPassages } from "./sqlite/search";
import { number, text } from "./sqlite/values";
import { spaceViews, type View } from "./sqlite/view";
import { addPassages, patchPayloads, removePassages, replaceWords } from "./sqlite/writes";

export type SqliteStoreOptions = {
  path: string;
  model: string;
  dimensions: number;
  /** Passages of a workspace that wait until their words are merged into the postings. Default: 1,024. */
  mostUnmerged?: number;
};
export type SqliteStore = ReturnType<typeof sqliteStore>;

/** Offers the passage index as synchronous calls on one connection. Runs in a worker thread. */
export function sqliteStore({ path, model, dimensions, mostUnmerged = 1_024 }: SqliteStoreOptions) {
  const database = openIndexFile(path, { model, dimensions });
  const views = spaceViews(database, dimensions);

  /** Reads one state of the index, in memory and in the file, or returns `none` for a workspace without passages. */
  function reading<Result>(
    { workspaceId }: IndexScope,
    none: Result,
    read: (view: View) => Result,
  ): Result {
    return inTransaction(database, "BEGIN", () => {
      const view = views.of(workspaceId);
      return view ? read(view) : none;
    });
  }

  return {
    replaceDocument(
      workspaceId: string,
      documentId: string,
      passages: readonly IndexedPassage[],
    ): void {
      for (const { vector } of passages) requireLength(vector, dimensions);
      inTransaction(database, "BEGIN IMMEDIATE", () => {
        removePassages(database, workspaceId, documentId);
        addPassages(database, { workspaceId, documentId, passages });
        mergeWhenMany(database, workspaceId, mostUnmerged);
      });
    },

    replaceWords(
      workspaceId: string,
      documentId: string,
      passages: readonly Pick<IndexedPassage, "number" | "text">[],
    ): void {
      inTransaction(database, "BEGIN IMMEDIATE", () => {
        replaceWords(database, { workspaceId, documentId, passages });
        mergeWhenMany(database, workspaceId, mostUnmerged);
      });
    },

    updatePayload(workspaceId: string, documentId: string, patch: Partial<PassagePayload>): void {
      inTransaction(database, "BEGIN IMMEDIATE", () =>
        patchPayloads(database, { workspaceId, documentId, patch }),
      );
    },

    removeDocument(workspaceId: string, documentId: string): void {
      inTransaction(database, "BEGIN IMMEDIATE", () =>
        removePassages(database, workspaceId, documentId),
      );
    },

    search(scope: IndexScope, query: PassageQuery): PassageHit[] {
      requireLength(query.vector, dimensions);
      return reading<PassageHit[]>(scope, [], (view) =>
        searchPassages(database, view, scope, query),
      );
    },

    count(scope: IndexScope, filter: PassageFilter = {}): number {
      const visible = visiblePayloads(scope, filter);
      return number(
        database
          .prepare(
            `${visible.sql} SELECT count(*) AS n FROM passages JOIN visible ON passages.payload = visible.id`,
          )
          .get(visible.values)?.n,
      );
    },

    facets(scope: IndexScope, query: FacetQuery): Facets {
      const none: Facets = Object.fromEntries(query.keys.map((key) => [key, []]));
      return reading(scope, none, (view) => countFacets(database, view, scope, query));
    },

    nearTerms(scope: IndexScope, words: readonly string[]): NearTerms[] {
      const none = words.map((word) => ({ word, isKnown: false, near: [] }));
      return reading<NearTerms[]>(scope, none, (view) => nearTerms(database, view, scope, words));
    },

    describe: (workspaceId: string, documentIds: readonly string[]): IndexedDocument[] =>
      describeDocuments(database, workspaceId, documentIds),

    listDocumentIds: (workspaceId: string): string[] =>
      database
        .prepare("SELECT DISTINCT document AS id FROM payloads WHERE workspace = ? ORDER BY 1")
        .all(workspaceId)
        .map((row) => text(row.id)),

    listWorkspaceIds: (): string[] =>
      database
        .prepare("SELECT DISTINCT workspace AS id FROM payloads ORDER BY 1")
        .all()
        .map((row) => text(row.id)),

    ping(): void {
      database.prepare("SELECT 1 FROM passages LIMIT 1").get();
    },

    stats() {
      const row = database
        .prepare(
          `SELECT (SELECT count(*) FROM passages) AS passages,
                  (SELECT count(*) FROM passage_terms) AS worded,
                  (SELECT count(*) FROM (SELECT DISTINCT workspace, document FROM payloads)) AS documents`,
        )
        .get();
      const adapter = "sqlite" as const;
      return {
        passages: number(row?.passages),
        documents: number(row?.documents),
        outdated: number(row?.passages) - number(row?.worded),
        adapter,
        model,
      };
    },

    close: () => database.close(),
  };
}

function inTransaction<Result>(
  database: DatabaseSync,
  begin: "BEGIN" | "BEGIN IMMEDIATE",
  work: () => Result,
): Result {
  database.exec(begin);
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}

function requireLength(vector: Float32Array, dimensions: number): void {
  if (vector.length !== dimensions)
    throw new RangeError(`The index holds vectors of ${dimensions} numbers, not ${vector.length}`);
}
