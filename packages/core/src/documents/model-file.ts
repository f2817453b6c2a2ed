import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";

import type { Files } from "@besunny/connectors/files/files";
import type { DocumentModel } from "@besunny/reading/document-model";

/** Where a run keeps what it read. A new run has a new key, so that a key's content never changes. */
export function modelKeyOf(workspaceId: string, documentId: string, runId: string): string {
  return `derived/${workspaceId}/${documentId}/${runId}/model.json.gz`;
}

export async function writeModel(files: Files, key: string, model: DocumentModel): Promise<void> {
  await files.write(key, await promisify(gzip)(JSON.stringify(model), { level: 3 }));
}

export async function readModel(files: Files, key: string): Promise<DocumentModel> {
  const json = await promisify(gunzip)(await files.read(key));
  return JSON.parse(json.toString());
}
