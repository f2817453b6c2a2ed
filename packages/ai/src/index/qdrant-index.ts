import { QdrantClient, type Schemas } from "@qdrant/js-client-rest";
import { v5 as uuidv5 } from "uuid";
import { z } from "zod";

import { fuse } from "./fuse";
import type { IndexScope } from "./index-scope";
import type {
  IndexedPassage,
  PassageFilter,
  PassageHit,
  PassageIndex,
  PassagePayload,
  PassageQuery,
} from "./passage-index";
import { qdrantAddress } from "./qdrant-address";
import { collectionName, DENSE, ensureCollection, SPARSE } from "./qdrant-collection";
import { describePoints } from "./qdrant-description";
import { passageVector, questionVector } from "./sparse-vector";

export type QdrantIndexOptions = {
  /** With the port, unless it is the scheme's own, and with the path if a proxy serves Qdrant below one. */
  url: string;
  apiKey?: string;
  dimensions: number;
  model: string;
};

const NAMESPACE = "6d0c4a4e-4c55-5d8e-9d0e-6a2f3a7a3c11";
const POINTS_A_REQUEST = 128;
const LEAST_CANDIDATES = 100;
/** Qdrant counts distinct documents up to this number, so `stats` reports at most as many. */
const MOST_DOCUMENTS_COUNTED = 100_000;
const TIMEOUT_SECONDS = 30;

const Hit = z.object({
  id: z.string(),
  score: z.number(),
  payload: z.object({ document_id: z.string(), number: z.number() }),
});

/**
 * Opens the passage index on a Qdrant server. Both legs are one batched request; the formula of the SQLite index fuses them, so both
 * adapters rank alike. While a document is replaced, a search may find its old and its new passages. The last request deletes the old
 * ones.
 */
export function createQdrantIndex({
  url,
  apiKey,
  dimensions,
  model,
}: QdrantIndexOptions): PassageIndex {
  const client = new QdrantClient({
    ...qdrantAddress(url),
    ...(apiKey !== undefined && { apiKey }),
    timeout: TIMEOUT_SECONDS * 1_000,
    checkCompatibility: false,
  });
  const name = collectionName(model, dimensions);
  let ensured: Promise<void> | undefined;

  async function collection(): Promise<string> {
    ensured ??= ensureCollection(client, name, { model, dimensions });
    await ensured.catch((error: unknown) => {
      ensured = undefined;
      throw error;
    });
    return name;
  }

  /** Returns each value of a payload field, in order. */
  async function valuesOf(within: string, key: string, filter?: Schemas["Filter"]) {
    const { hits } = await client.facet(within, {
      key,
      limit: MOST_DOCUMENTS_COUNTED,
      exact: true,
      ...(filter && { filter }),
    });
    return hits.map(({ value }) => String(value)).sort();
  }

  return {
    async replaceDocument(workspaceId, documentId, passages) {
      for (const { vector } of passages) requireLength(vector, dimensions);
      const points = passages.map((passage) => point(workspaceId, documentId, passage));
      for (let from = 0; from < points.length; from += POINTS_A_REQUEST)
        await client.upsert(await collection(), {
          wait: true,
          points: points.slice(from, from + POINTS_A_REQUEST),
        });
      const kept = points.map(({ id }) => id);
      await client.delete(await collection(), {
        wait: true,
        filter: {
          must: ofDocument(workspaceId, documentId),
          ...(kept.length > 0 && { must_not: [{ has_id: kept }] }),
        },
      });
    },

    async updatePayload(workspaceId, documentId, patch) {
      const payload = payloadOf(patch);
      if (Object.keys(payload).length === 0) return;
      const filter = { must: ofDocument(workspaceId, documentId) };
      await client.setPayload(await collection(), { wait: true, payload, filter });
    },

    async removeDocument(workspaceId, documentId) {
      const filter = { must: ofDocument(workspaceId, documentId) };
      await client.delete(await collection(), { wait: true, filter });
    },

    async search(scope, query) {
      requireLength(query.vector, dimensions);
      if (scope.principals.length === 0) return [];
      return searchPoints(client, await collection(), scope, query);
    },

    async count(scope, filter) {
      if (scope.principals.length === 0) return 0;
      const visible = within(scope, filter);
      return (await client.count(await collection(), { filter: visible, exact: true })).count;
    },

    describe: async (workspaceId, documentIds) =>
      describePoints(client, await collection(), workspaceId, documentIds),

    async listDocumentIds(workspaceId) {
      const filter = { must: [{ key: "workspace_id", match: { value: workspaceId } }] };
      return valuesOf(await collection(), "document_id", filter);
    },

    listWorkspaceIds: async () => valuesOf(await collection(), "workspace_id"),

    async stats() {
      const passages = await client.count(await collection(), { exact: true });
      const documents = await client.facet(await collection(), {
        key: "document_id",
        limit: MOST_DOCUMENTS_COUNTED,
        exact: true,
      });
      return {
        passages: passages.count,
        documents: documents.hits.length,
        adapter: "qdrant",
        model,
      };
    },

    async ping() {
      await client.collectionExists(name);
    },

    async close() {},
  };
}

/** Deletes the collection of an embedding model, with all its points. Deleting it twice does no harm. */
export async function removeCollection(options: QdrantIndexOptions): Promise<void> {
  const { url, apiKey, model, dimensions } = options;
  const client = new QdrantClient({
    ...qdrantAddress(url),
    ...(apiKey !== undefined && { apiKey }),
    timeout: TIMEOUT_SECONDS * 1_000,
    checkCompatibility: false,
  });
  const name = collectionName(model, dimensions);
  if ((await client.collectionExists(name)).exists) await client.deleteCollection(name);
}

async function searchPoints(
  client: QdrantClient,
  collection: string,
  scope: IndexScope,
  { vector, text, filter, limit }: PassageQuery,
): Promise<PassageHit[]> {
  const shared = {
    filter: within(scope, filter),
    limit: Math.max(LEAST_CANDIDATES, limit * 5),
    with_payload: ["document_id", "number"],
  };
  const words = questionVector(text);
  const dense = { ...shared, query: [...vector], using: DENSE };
  const lexical = words && { ...shared, query: words, using: SPARSE };
  const [near = [], worded = []] = (
    await client.queryBatch(collection, { searches: lexical ? [dense, lexical] : [dense] })
  ).map(({ points }) => z.array(Hit).parse(points));

  const cosines = new Map(near.map(({ id, score }) => [id, score]));
  const missing = worded.filter(({ id }) => !cosines.has(id)).map(({ id }) => id);
  if (missing.length > 0) {
    const only = { must: [...shared.filter.must, { has_id: missing }] };
    const rest = await client.query(collection, { ...dense, filter: only, limit: missing.length });
    for (const { id, score } of z.array(Hit).parse(rest.points)) cosines.set(id, score);
  }
  const scores = new Map(worded.map(({ id, score }) => [id, score]));
  const hits = new Map([...near, ...worded].map(({ id, payload }) => [id, payload]));
  return fuse(
    [...hits].map(([id, { document_id, number }]) => ({
      documentId: document_id,
      number,
      dense: cosines.get(id) ?? null,
      lexical: scores.get(id) ?? null,
    })),
    limit,
  );
}

/** Puts workspace and principals at the root of every filter, from which Qdrant applies them to every leg. */
function within(scope: IndexScope, filter: PassageFilter = {}) {
  const { projectId, documentIds, type, language, status, from, to } = filter;
  const equal = (key: string, value: string | undefined) =>
    value === undefined ? [] : [{ key, match: { value } }];
  const must: Schemas["Condition"][] = [
    { key: "workspace_id", match: { value: scope.workspaceId } },
    { key: "access", match: { any: [...scope.principals] } },
    ...equal("project_ids", projectId),
    ...equal("type", type),
    ...equal("language", language),
    ...equal("status", status),
  ];
  if (documentIds) must.push({ key: "document_id", match: { any: documentIds } });
  if (from !== undefined || to !== undefined)
    must.push({
      key: "created_at",
      range: {
        ...(from !== undefined && { gte: new Date(from).toISOString() }),
        ...(to !== undefined && { lte: new Date(to).toISOString() }),
      },
    });
  return { must };
}

function ofDocument(workspaceId: string, documentId: string) {
  return [
    { key: "workspace_id", match: { value: workspaceId } },
    { key: "document_id", match: { value: documentId } },
  ];
}

function point(
  workspaceId: string,
  documentId: string,
  { number, vector, text, payload }: IndexedPassage,
) {
  return {
    id: uuidv5(`${workspaceId}/${documentId}/${number}`, NAMESPACE),
    vector: { [DENSE]: [...vector], [SPARSE]: passageVector(text) },
    payload: { workspace_id: workspaceId, document_id: documentId, number, ...payloadOf(payload) },
  };
}

function payloadOf(payload: Partial<PassagePayload>): Record<string, unknown> {
  const { projectIds, access, type, status, language, createdAt, page } = payload;
  const named: Record<string, unknown> = {
    project_ids: projectIds,
    access,
    type,
    status,
    language,
    created_at: createdAt === undefined ? undefined : new Date(createdAt).toISOString(),
    page,
  };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
}

function requireLength(vector: Float32Array, dimensions: number): void {
  if (vector.length !== dimensions)
    throw new RangeError(`The index holds vectors of ${dimensions} numbers, not ${vector.length}`);
}
