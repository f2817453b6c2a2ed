import type { Repositories } from "@besunny/db/database";
import type { Document } from "@besunny/db/workspace/documents/document-row";
import { z } from "zod";
import type { Clock } from "../../context";
import { mentionsOf } from "../../entities/contract/mentions-of";
import { notFound } from "../../errors";
import { arms } from "../../models/contract/arm-of";
import { FeatureValues } from "../../models/contract/measure-document";
import { command } from "../../operation/command";
import { confidence, nothing } from "../../shapes";
import { datedOn, factsOf } from "../../understanding/contract/facts-of";
import { findSaid, withSaid } from "../../understanding/contract/said-facts";
import { Candidates, Statements } from "../../understanding/contract/statements";
import { processingRun } from "../contract";

/** The features of a document, with its numbers in base64. */
export const Features = z.object({
  version: z.string(),
  values: z.base64(),
  excerpt: z.string(),
  guess: z.object({ name: z.string().nullable(), confidence, candidates: Candidates }).optional(),
});

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
  costMicro: z.number().nullable(),
  fallbackReason: z.string().nullable().default(null),
  fallbackCause: z.string().nullable().default(null),
  durationMs: z.number(),
  /** As text, because a backfill keeps it in a file until it ends. */
  features: Features.nullable().default(null),
  /** The values of the named features, with the version of the functions that made them. */
  measured: z.object({ version: z.string(), values: FeatureValues }).nullable().default(null),
  /** Null for what was understood before releases had numbers. */
  releaseId: z.string().nullable().default(null),
  /** The arm of a running experiment that the document is in. */
  unit: z
    .object({
      experimentId: z.string(),
      cluster: z.string(),
      arm: z.enum(arms),
      failure: z.string().nullable(),
    })
    .nullable()
    .default(null),
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

type Tools = { clock: Clock } & Pick<
  Repositories,
  | "documents"
  | "classificationResults"
  | "documentFacts"
  | "documentFeatures"
  | "experiments"
  | "entities"
  | "featureValues"
  | "labels"
>;

/** Stores what a run understood, unless a later result is there. */
export async function keepUnderstanding(
  tools: Tools & Pick<Repositories, "runs">,
  input: Understood,
): Promise<void> {
  const { runId, ...understood } = input;
  const { documentId: id } = understood;
  const document = (await tools.documents.find(id)) ?? notFound("Document", id);
  const run = await tools.runs.find(runId);
  const latest = await tools.classificationResults.latest(id);
  if (run?.state !== "running" || (latest && latest.createdAt > run.createdAt)) return;
  await addResult(tools, document, understood);
}

/** Adds a result to those of a document, which then shows this one. A type and facts that a person set stay. */
export async function addResult(
  {
    documents,
    classificationResults,
    documentFeatures,
    documentFacts,
    experiments,
    entities,
    featureValues,
    labels,
    clock,
  }: Tools,
  document: Document,
  {
    documentId: id,
    language,
    durationMs,
    features,
    measured,
    unit,
    ...result
  }: Omit<Understood, "runId">,
): Promise<void> {
  await classificationResults.create({
    ...result,
    documentId: id,
    version: document.version,
    durationMs: Math.round(durationMs),
  });
  const { type, costMicro } = result;
  if (unit)
    await experiments.addUnit({
      ...unit,
      documentId: id,
      type,
      tookMs: Math.round(durationMs),
      costMicro,
    });
  if (features)
    await documentFeatures.put(id, { ...features, values: Buffer.from(features.values, "base64") });
  if (measured)
    await featureValues.put(measured.version, [{ documentId: id, values: measured.values }]);
  const facts = withSaid(result.statements.facts, await findSaid(labels, id));
  await documents.update(id, {
    language,
    typedAt: clock(),
    datedOn: datedOn({ facts }) ?? document.createdAt,
    personalKinds: [...new Set(result.statements.personalData.map(({ kind }) => kind))],
    ...(!document.isTypeCorrected && { type: result.type, typeConfidence: result.confidence }),
  });
  await documentFacts.replace(id, factsOf({ facts }));
  await entities.replaceMentions(id, mentionsOf(result.statements));
}
