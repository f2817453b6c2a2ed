import { createHash } from "node:crypto";

import type { QdrantClient, Schemas } from "@qdrant/js-client-rest";

export const DENSE = "dense";
export const SPARSE = "bm25";

const keyword: Schemas["PayloadFieldSchema"] = { type: "keyword" };

/** The indexed fields. No search is within one word or row of terms, so these get no links in the graph of vectors. */
const fields: Readonly<Record<string, Schemas["PayloadFieldSchema"]>> = {
  workspace_id: { type: "keyword", is_tenant: true },
  document_id: keyword,
  project_ids: keyword,
  access: keyword,
  type: keyword,
  status: keyword,
  language: keyword,
  created_at: { type: "datetime" },
  stemmed_as: keyword,
  form: { type: "integer", lookup: true, range: false },
  words: { type: "keyword", enable_hnsw: false },
  row: { type: "text", tokenizer: "whitespace", phrase_matching: true, enable_hnsw: false },
};

/** Returns the name of the one collection of an embedding model. A payload field separates the workspaces in it, as Qdrant advises. */
export function collectionName(model: string, dimensions: number): string {
  const fingerprint = createHash("sha256").update(`${model} ${dimensions}`).digest("hex");
  return `besunny_passages_${fingerprint.slice(0, 12)}`;
}

/** Creates the collection if it is absent, and the index of every filtered field: in a new collection before the first point. */
export async function ensureCollection(
  client: QdrantClient,
  collection: string,
  about: { model: string; dimensions: number },
): Promise<void> {
  const { exists } = await client.collectionExists(collection);
  if (!exists) await createCollection(client, collection, about);
  const { payload_schema: held } = await client.getCollection(collection);
  for (const [field_name, field_schema] of Object.entries(fields))
    if (!(field_name in held))
      await client.createPayloadIndex(collection, { field_name, field_schema, wait: true });
}

async function createCollection(
  client: QdrantClient,
  collection: string,
  { model, dimensions }: { model: string; dimensions: number },
): Promise<void> {
  try {
    await client.createCollection(collection, {
      vectors: { [DENSE]: { size: dimensions, distance: "Cosine", on_disk: true } },
      sparse_vectors: { [SPARSE]: { modifier: "idf" } },
      // Every search is within one workspace: Qdrant builds a graph for each workspace and none across.
      hnsw_config: { m: 0, payload_m: 16 },
      on_disk_payload: true,
      metadata: { model, dimensions },
    });
  } catch (error) {
    // Another process may have created the collection first.
    if (!(await client.collectionExists(collection)).exists) throw error;
  }
}
