import { createHash, randomUUID } from "node:crypto";
import type { Ai, DocumentFeatures, TypeGuess } from "@besunny/ai/ai";
import { decideAll } from "@besunny/ai/understanding/decide/decide-all";
import { queryOnce } from "@besunny/db/test/fresh-database";

import type { WorkspaceContext } from "../../src/context";
import { anUnderstanding, aReadyDocument, wordVectors } from "../documents";

/** Models that decide as the product does, from what the test says that the shipped model sees. */
export const deciding: Pick<
  Ai,
  "decideTypes" | "featuresVersion" | "modelsInUse" | "embeddingModel"
> = {
  ...wordVectors,
  decideTypes: (input) => decideAll(input, (step) => step()),
};

/** The answer of the shipped model. */
export function aGuess(name: string, confidence: number): TypeGuess {
  return { name, confidence, candidates: [{ name, confidence }] };
}

function features(guess: TypeGuess): DocumentFeatures {
  return { version: "words", values: new Uint8Array(4), excerpt: "", guess };
}

/** A document of this text of which the shipped model says this. */
export async function aSeenDocument(
  ctx: WorkspaceContext,
  guess: TypeGuess,
  text: string = randomUUID(),
) {
  return aReadyDocument(ctx, text, {
    understanding: anUnderstanding({
      type: { ...guess, evidence: [] },
      features: features(guess),
    }),
  });
}

/** Runs SQL past all rights, to plant rows and to count figures again. */
export function sql<Row extends object = Record<string, unknown>>(text: string): Promise<Row[]> {
  const url = process.env.TEST_SUPERUSER_URL;
  if (!url) throw new Error("The test server names no superuser");
  return queryOnce<Row>(url, text);
}

/** A frozen dataset of these documents, all kept for tests. */
export async function aDataset(
  { workspaceId }: WorkspaceContext,
  items: readonly { documentId: string; label: string; cluster?: string }[],
): Promise<string> {
  const id = `dat_${randomUUID().replaceAll("-", "")}`;
  const checksum = createHash("sha256").update(JSON.stringify(items)).digest("hex");
  await sql(`insert into datasets (id, workspace_id, name, field, version, rule, checksum, frozen_at)
    values ('${id}', '${workspaceId}', '${randomUUID()}', 'type', 1, '{}', '${checksum}', now())`);
  const rows = items.map(
    ({ documentId, label, cluster = documentId }) =>
      `('${id}', '${documentId}', '${workspaceId}', '${label}', '${cluster}', 'test')`,
  );
  await sql(`insert into dataset_items (dataset_id, document_id, workspace_id, label, cluster, split)
    values ${rows.join(", ")}`);
  return id;
}

/** A finished training run with an artefact of these bytes. */
export async function aTraining(
  { workspaceId, files }: WorkspaceContext,
  bytes: Uint8Array = Buffer.from(randomUUID()),
) {
  const id = `tra_${randomUUID().replaceAll("-", "")}`;
  const artefactKey = `models/${workspaceId}/${id}/head.bin`;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await files.write(artefactKey, bytes);
  await sql(`insert into training_runs (id, workspace_id, kind, seed, state, artefact_key, sha256)
    values ('${id}', '${workspaceId}', 'head', 1, 'done', '${artefactKey}', '${sha256}')`);
  return { id, artefactKey, sha256 };
}
