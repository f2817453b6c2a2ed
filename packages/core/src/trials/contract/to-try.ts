import type { DecidedDocument, HeadBytes, TypeDefinition } from "@besunny/ai/ai";
import type { z } from "zod";

import { readModel } from "../../content/contract/parsed-document-file";
import { readHeads } from "../../models/contract/read-heads";
import type { ReleaseParts } from "../../models/contract/release-parts";
import type { FlowTools } from "../../operation/flow";
import { keptOf } from "./kept";

/** A document with what is kept of it, and the releases to try on it. */
export type ToTry = {
  documentId: string;
  features: { version: string; values: Uint8Array; excerpt: string; guess?: unknown } | null;
  candidates: unknown;
  modelKey: string | null;
  projectIds: string[];
  releases: { id: string; number: number; parts: z.infer<typeof ReleaseParts> }[];
};

/** Returns what each release says of the document. Throws `BrokenRelease` if a model is missing or another one. */
export async function tryOn(
  { ai, files, signal }: Pick<FlowTools<"ai" | "files">, "ai" | "files" | "signal">,
  { releases, modelKey, projectIds, ...document }: ToTry,
  types: readonly TypeDefinition[],
): Promise<DecidedDocument> {
  const heads: HeadBytes[][] = await Promise.all(
    releases.map(({ parts }) => readHeads(files, parts.heads)),
  );
  const needsText = modelKey !== null && heads.some((own) => own.length > 0);
  const text = needsText ? (await readModel(files, modelKey)).text : "";
  const [decided] = await ai.decideTypes(
    {
      documents: [keptOf(document, { text, projectIds })],
      taxonomy: types,
      releases: releases.map(({ parts: { rungs, thresholds } }, index) => ({
        rules: { rungs, thresholds },
        heads: heads[index] ?? [],
      })),
    },
    signal,
  );
  if (!decided) throw new Error("The models decided about no document");
  return decided;
}
