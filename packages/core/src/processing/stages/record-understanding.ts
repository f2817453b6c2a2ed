import type { Repositories } from "@besunny/db/database";
import { z } from "zod";
import type { Clock } from "../../context";
import { mentionsOf } from "../../entities/contract/mentions-of";
import { notFound } from "../../errors";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { factsOf } from "../../understanding/contract/facts-of";
import { Candidates, Statements } from "../../understanding/contract/statements";
import { processingRun } from "../contract";

/** The features of a document, with its numbers in base64. */
export const Features = z.object({ version: z.string(), values: z.base64(), excerpt: z.string() });

export const Understood = processingRun.extend({
  type: z.string().nullable(),
  confidence: z.number().min(0).max(1).nullable(),
  candidates: Candidates,
  statements: Statements,
  language: z.string().nullable(),
  producer: z.string(),
  model: z.string(),
  release: z.string(),
  inputTokens: z.number().int(),
  outputTokens: z.number().int(),
  costUsd: z.number().nullable(),
  fallbackReason: z.string().nullable().default(null),
  durationMs: z.number(),
  /** As text, because a backfill keeps it in a file until it ends. */
  features: Features.nullable().default(null),
});
export type Understood = z.infer<typeof Understood>;

/** Adds a result. A second call for the same run adds nothing. */
export const recordUnderstanding = command("processing.record-understanding", {
  title: "Store what was understood",
  permission: "document.process",
  input: Understood,
  output: nothing,
  doors: [],
  audit: { notAudited: "Runs and their steps record it." },

  handle: (tools, input) => keepUnderstanding(tools, input),
});

/** Stores an understanding. A type that a person set stays. */
export async function keepUnderstanding(
  {
    documents,
    classificationResults,
    documentFeatures,
    documentFacts,
    entities,
    runs,
    clock,
  }: Pick<
    Repositories,
    | "documents"
    | "classificationResults"
    | "documentFacts"
    | "documentFeatures"
    | "entities"
    | "runs"
  > & {
    clock: Clock;
  },
  input: Understood,
): Promise<void> {
  const { documentId: id, runId, language, durationMs, features, ...result } = input;
  const document = (await documents.find(id)) ?? notFound("Document", id);
  const run = await runs.find(runId);
  const latest = await classificationResults.latest(id);
  if (run?.state !== "running" || (latest && latest.createdAt > run.createdAt)) return;

  await classificationResults.create({
    ...result,
    documentId: id,
    version: document.version,
    durationMs: Math.round(durationMs),
  });
  if (features)
    await documentFeatures.put(id, { ...features, values: Buffer.from(features.values, "base64") });
  await documents.update(id, {
    language,
    typedAt: clock(),
    personalKinds: [...new Set(result.statements.personalData.map(({ kind }) => kind))],
    ...(!document.isTypeCorrected && { type: result.type, typeConfidence: result.confidence }),
  });
  await documentFacts.replace(id, factsOf(result.statements));
  await entities.replaceMentions(id, mentionsOf(result.statements));
}
