import type { Files } from "@besunny/connectors/files/files";
import { z } from "zod";

import { readJson, readModel, writeJson } from "../../content/contract/parsed-document-file";
import { unlockedKeyOf, unwrappedKeyOf } from "../../content/contract/readable-key";
import { renditionKeysOf } from "../../content/contract/rendition";

const Kept = z.object({ text: z.string() });

type Stored = { workspaceId: string; id: string; version: number; modelKey: string | null };

/** Keeps the text of the present version of a document, to compare later ones with it. One that was not read has none. */
export async function keepText(
  files: Files,
  { workspaceId, id, version, modelKey }: Stored,
): Promise<void> {
  if (!modelKey) return;
  const { text } = await readModel(files, modelKey);
  await writeJson(files, textKeyOf(workspaceId, id, version), { text });
}

/** Returns the text of a version; null if it was not kept. */
export async function findText(
  files: Files,
  { workspaceId, id, version, modelKey }: Stored,
  number: number,
): Promise<string | null> {
  if (number === version && modelKey) return (await readModel(files, modelKey)).text;
  const key = textKeyOf(workspaceId, id, number);
  return (await files.exists(key)) ? Kept.parse(await readJson(files, key)).text : null;
}

/** Removes the copies that were made of the present version: without a password, without a signature, and as printed pages. */
export async function removeCopies(files: Files, workspaceId: string, id: string): Promise<void> {
  const { pdf, count, words } = renditionKeysOf(workspaceId, id);
  const copies = [unlockedKeyOf(workspaceId, id), unwrappedKeyOf(workspaceId, id)];
  for (const key of [...copies, words, count, pdf]) await files.remove(key);
}

function textKeyOf(workspaceId: string, id: string, number: number): string {
  return `derived/${workspaceId}/${id}/versions/${number}.json.gz`;
}
