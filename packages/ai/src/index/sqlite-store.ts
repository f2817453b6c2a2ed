import type { DatabaseSync } from "node:sqlite";
import type { IndexScope } from "./index-scope";
import type {
  IndexedDocument,
  IndexedPassage,
  PassageFilter,
  PassageHit,
  PassagePayload,
  PassageQuery,
} from "./passage-index";
import { describeDocuments } from "./sqlite-description";
import { openIndexFile } from "./sqlite-schema";
import { searchPassages, visiblePayloads } from "./sqlite-search";
import { number, text } from "./sqlite-values";
import { addPassages, patchPayloads, removePassages } from "./sqlite-writes";

export type SqliteStoreOptions = { path: string; model: string; dimensions: number };
export type SqliteStore = ReturnType<typeof sqliteStore>;

/** Offers the passage index as synchronous calls on one connection. Runs in a worker thread. */
export function sqliteStore({ path, model, dimensions }: SqliteStoreOptions) {
  const database = openIndexFile(path, { model, dimensions });

  return {
    replaceDocument(
      workspaceId: string,
      documentId: string,
      passages: readonly IndexedPassage[],
    ): void {
      for (const { vector } of passages) requireLength(vector, dimensions);
      inTransaction(database, () => {
        removePassages(database, workspaceId, documentId);
        addPassages(database, { workspaceId, documentId, passages });
      });
    },

    updatePayload(workspaceId: string, documentId: string, patch: Partial<PassagePayload>): void {
      inTransaction(database, () => patchPayloads(database, { workspaceId, documentId, patch }));
    },

    removeDocument(workspaceId: string, documentId: string): void {
      inTransaction(database, () => removePassages(database, workspaceId, documentId));
    },

    search(scope: IndexScope, query: PassageQuery): PassageHit[] {
      requireLength(query.vector, dimensions);
      return searchPassages(database, scope, query);
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
                  (SELECT count(*) FROM (SELECT DISTINCT workspace, document FROM payloads)) AS documents`,
        )
        .get();
      const adapter = "sqlite" as const;
      return {
        passages: number(row?.passages),
        documents: number(row?.documents),
        adapter,
        model,
      };
    },

    close: () => database.close(),
  };
}

function inTransaction(database: DatabaseSync, work: () => void): void {
  database.exec("BEGIN IMMEDIATE");
  try {
    work();
    database.exec("COMMIT");
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}

function requireLength(vector: Float32Array, dimensions: number): void {
  if (vector.length !== dimensions)
    throw new RangeError(`The index holds vectors of ${dimensions} numbers, not ${vector.length}`);
}
