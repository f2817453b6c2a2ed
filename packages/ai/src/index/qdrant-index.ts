import { QdrantClient } from "@qdrant/js-client-rest";
import { z } from "zod";

import { TERM_FORM } from "../words/terms";
import type { IndexScope } from "./index-scope";
import type { PassageIndex } from "./passage-index";
import { collectionName, ensureCollection } from "./qdrant/collection";
import { describePoints } from "./qdrant/description";
import { countFacets, valuesOf } from "./qdrant/facets";
import { ofDocument, within } from "./qdrant/filters";
import { nearTerms } from "./qdrant/near-terms";
import { newWords, payloadOf, pointId, pointOf } from "./qdrant/points";
import { searchPoints } from "./qdrant/search";
import { qdrantAddress } from "./qdrant-address";

export type QdrantIndexOptions = {
  /** With the port, unless it is the scheme's own, and with the path if a proxy serves Qdrant below one. */
  url: string;
  apiKey?: string;
  dimensions: number;
  model: string;
};

const POINTS_A_REQUEST = 128;
const TIMEOUT_SECONDS = 30;

const Worded = z.object({ id: z.string(), payload: z.object({ language: z.string().nullish() }) });

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

  /** Returns the collection and, for a scope, the languages in which its passages are stemmed. */
  async function place(scope: IndexScope) {
    const filter = within(scope);
    const found = await valuesOf(client, await collection(), { key: "stemmed_as", filter });
    return { collection: name, scope, languages: [null, ...found.map(({ value }) => value)] };
  }

  return {
    async replaceDocument(workspaceId, documentId, passages) {
      for (const { vector } of passages) requireLength(vector, dimensions);
      const points = passages.map((passage) => pointOf(workspaceId, documentId, passage));
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

    async replaceWords(workspaceId, documentId, passages) {
      const texts = new Map(
        passages.map(({ number, text }) => [pointId(workspaceId, documentId, number), text]),
      );
      const ids = [...texts.keys()];
      for (let from = 0; from < ids.length; from += POINTS_A_REQUEST) {
        const held = await client.retrieve(await collection(), {
          ids: ids.slice(from, from + POINTS_A_REQUEST),
          with_payload: ["language"],
          with_vector: false,
        });
        if (held.length === 0) continue;
        const points = z.array(Worded).parse(held);
        const operations = newWords(
          points.map(({ id, payload }) => ({
            id,
            text: texts.get(id) ?? "",
            language: payload.language ?? null,
          })),
        );
        await client.batchUpdate(name, { wait: true, operations });
      }
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
      return searchPoints(client, await place(scope), query);
    },

    async count(scope, filter) {
      if (scope.principals.length === 0) return 0;
      const visible = within(scope, filter);
      return (await client.count(await collection(), { filter: visible, exact: true })).count;
    },

    async facets(scope, query) {
      if (scope.principals.length === 0)
        return Object.fromEntries(query.keys.map((key) => [key, []]));
      return countFacets(client, await place(scope), query);
    },

    async nearTerms(scope, words) {
      if (scope.principals.length === 0)
        return words.map((word) => ({ word, isKnown: false, near: [] }));
      return nearTerms(client, await place(scope), words);
    },

    describe: async (workspaceId, documentIds) =>
      describePoints(client, await collection(), workspaceId, documentIds),

    async listDocumentIds(workspaceId) {
      const filter = { must: [{ key: "workspace_id", match: { value: workspaceId } }] };
      const found = await valuesOf(client, await collection(), { key: "document_id", filter });
      return found.map(({ value }) => value);
    },

    async listWorkspaceIds() {
      const found = await valuesOf(client, await collection(), { key: "workspace_id" });
      return found.map(({ value }) => value);
    },

    async stats() {
      const within = await collection();
      const current = { must_not: [{ key: "form", match: { value: TERM_FORM } }] };
      const passages = await client.count(within, { exact: true });
      const outdated = await client.count(within, { filter: current, exact: true });
      const documents = await valuesOf(client, within, { key: "document_id" });
      return {
        passages: passages.count,
        documents: documents.length,
        outdated: outdated.count,
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

function requireLength(vector: Float32Array, dimensions: number): void {
  if (vector.length !== dimensions)
    throw new RangeError(`The index holds vectors of ${dimensions} numbers, not ${vector.length}`);
}
