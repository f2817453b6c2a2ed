import { createHash } from "node:crypto";

import type { TuningExample } from "./hosted-tuning";
import { estimatedTokens, tuningFile } from "./tuning-file";

/** The files for a trainer elsewhere. The manifest says what the other file is. */
export type TuningExport = { jsonl: string; manifest: TuningManifest };

export type TuningManifest = {
  format: "besunny-tuning 1";
  task: "document type";
  examples: number;
  tokens: number;
  types: { type: string; count: number }[];
  sha256: string;
  createdAt: string;
};

/** Returns labelled documents as files that any trainer of chat models takes. The texts are as they may leave. */
export function exportTuning(examples: readonly TuningExample[], now: Date): TuningExport {
  const jsonl = tuningFile(examples);
  const counts = Map.groupBy(examples, ({ type }) => type);
  return {
    jsonl,
    manifest: {
      format: "besunny-tuning 1",
      task: "document type",
      examples: examples.length,
      tokens: estimatedTokens(jsonl),
      types: [...counts].map(([type, own]) => ({ type, count: own.length })),
      sha256: createHash("sha256").update(jsonl).digest("hex"),
      createdAt: now.toISOString(),
    },
  };
}
