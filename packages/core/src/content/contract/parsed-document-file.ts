import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";

import type { Files } from "@besunny/connectors/files/files";
import { parseDocument } from "@besunny/document-model/parse-document";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";

/** Returns the key under which a run stores its parsed document. A new run has a new key, so that a key's content never changes. */
export function modelKeyOf(workspaceId: string, documentId: string, runId: string): string {
  return `derived/${workspaceId}/${documentId}/${runId}/model.json.gz`;
}

/** Returns the key under which a backfill stores its new result until this result replaces the present one. */
export function draftKeyOf(workspaceId: string, documentId: string, runId: string): string {
  return `derived/${workspaceId}/${documentId}/${runId}/understanding.json.gz`;
}

export function writeModel(files: Files, key: string, model: ParsedDocument): Promise<void> {
  return writeJson(files, key, model);
}

export async function readModel(files: Files, key: string): Promise<ParsedDocument> {
  return parseDocument(await readText(files, key));
}

export async function writeJson(files: Files, key: string, value: unknown): Promise<void> {
  await files.write(key, await promisify(gzip)(JSON.stringify(value), { level: 3 }));
}

/** Returns the JSON that is stored under the key; the caller checks its shape. */
export async function readJson(files: Files, key: string): Promise<unknown> {
  return JSON.parse(await readText(files, key));
}

async function readText(files: Files, key: string): Promise<string> {
  return (await promisify(gunzip)(await files.read(key))).toString();
}
