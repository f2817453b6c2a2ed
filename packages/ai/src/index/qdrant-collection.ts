import { createHash } from "node:crypto";

import type { QdrantClient } from "@qdrant/js-client-rest";

type FieldSchema = { type: "keyword"; is_tenant?: boolean } | { type: "datetime" };

export const DENSE = "dense";
export const SPARSE = "bm25";

/** Returns the name of the one collection of an embedding model. A payload field separates the workspaces in it, as Qdrant advises. */
export function collectionName(model: string, dimensions: number): string {
  const fingerprint = createHash("sha256").update(`${model} ${dimensions}`).digest("hex");
  return `besunny_passages_${fingerprint.slice(0, 12)}`;
}

/** Creates the collection if it is absent. Indexes every filtered field before the first point is written. */
export async function ensureCollection(
  client: QdrantClient,
  collection: string,
  { model, dimensions }: { model: string; dimensions: number },
): Promise<void> {
  if ((await client.collectionExists(collection)).exists) return;
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
  const keywords = ["document_id", "project_ids", "access", "type", "status", "language"];
  const index = (field_name: string, field_schema: FieldSchema) =>
    client.createPayloadIndex(collection, { field_name, field_schema, wait: true });
  await index("workspace_id", { type: "keyword", is_tenant: true });
  for (const keyword of keywords) await index(keyword, { type: "keyword" });
  await index("created_at", { type: "datetime" });
}
