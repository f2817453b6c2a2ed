import { createHash } from "node:crypto";

import type { Anonymise, TunedModel, TuningExample } from "./hosted-tuning";
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

/** Returns labelled documents as files that any trainer of chat models takes. Texts pass the anonymiser. */
export async function exportTuning(
  examples: readonly TuningExample[],
  { anonymise, now, signal }: { anonymise: Anonymise; now: Date; signal?: AbortSignal },
): Promise<TuningExport> {
  const { texts } = await anonymise(
    examples.map(({ text }) => text),
    signal,
  );
  const jsonl = tuningFile(examples.map(({ type }, index) => ({ type, text: texts[index] ?? "" })));
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

/** Takes back what a trainer elsewhere made: the base URL of its server and the name of the model. Throws `TypeError` for no address. */
export function tunedElsewhere({ server, model }: TunedModel): TunedModel {
  const { protocol, href } = new URL(server);
  if (!/^https?:$/.test(protocol) || model.trim() === "")
    throw new TypeError("Give the base URL of a server and the name of a model");
  return { server: href.replace(/\/$/, ""), model: model.trim() };
}
