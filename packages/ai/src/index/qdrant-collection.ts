import { createHash } from "node:crypto";

import type { QdrantClient } from "@qdrant/js-client-rest";

type FieldSchema = { type: "keyword"; is_tenant?: boolean } | { type: "datetime" };

export const DENSE = "dense";
export const SPARSE = "bm25";

/** One collection an embedding model; workspaces are told apart inside it, as Qdrant advises. */
export function collectionName(model: string, dimensions: number): string {
  const fingerprint = createHash("sha256").update(`${model} ${dimensions}`).digest("hex");
  return `besunny_passages_${fingerprint.slice(0, 12)}`;
}

/** Makes the collection when it is absent, with every filtered field indexed before the first point comes. */
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
      // Every search is of one workspace: graphs within workspaces, none across.
      hnsw_config: { m: 0, payload_m: 16 },
      on_disk_payload: true,
      metadata: { model, dimensions },
    });
  } catch (error) {
    // Another process was quicker.
    if (!(await client.collectionExists(collection)).exists) throw error;
  }
  const keywords = ["document_id", "project_ids", "access", "type", "status", "language"];
  const index = (field_name: string, field_schema: FieldSchema) =>
    client.createPayloadIndex(collection, { field_name, field_schema, wait: true });
  await index("workspace_id", { type: "keyword", is_tenant: true });
  for (const keyword of keywords) await index(keyword, { type: "keyword" });
  await index("created_at", { type: "datetime" });
}
