import type { DocumentFeatures, DocumentInput, Understanding } from "@besunny/ai/ai";
import { hasText } from "@besunny/document-model/has-text";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { passagesOf } from "@besunny/document-model/passages";
import { placedText } from "@besunny/document-model/placed-text";
import type { z } from "zod";
import { modelKeyOf, readModel } from "../../content/contract/parsed-document-file";
import { readHeads } from "../../models/heads/read-heads";
import type { FlowTools } from "../../operation/flow";
import { embeddedText } from "../../search/contract/place-passages";
import { withCards } from "../../understanding/contract/cards/workspace-card";
import { proveStatements } from "../../understanding/contract/statements";
import { findCardChanges } from "../../understanding/find-card-changes";
import type { processingRun } from "../contract";
import { findForProcessing } from "./find-for-processing";
import { findTaxonomy } from "./find-taxonomy";
import { recordFeatures } from "./record-features";
import type { Understood } from "./record-understanding";

/** Facts beside labels stand on the first pages; the places of words on later ones are not sent to the models. */
const PAGES_WITH_PLACES = 4;
type Tools = FlowTools<"files" | "ai">;

/** The most labelled documents whose features are made again before one document is understood. */
const MOST_MADE_AGAIN = 10;

/** Returns the models' understanding of the parsed document of a run, each statement with its evidence. */
export async function understandParsed(
  tools: Tools,
  { documentId, runId }: z.output<typeof processingRun>,
): Promise<Understood> {
  const modelKey = modelKeyOf(tools.workspaceId, documentId, runId);
  return { ...(await understandModel(tools, { documentId, modelKey })), runId };
}

/** Returns the models' understanding of a parsed document that is stored under a key. */
export async function understandModel(
  tools: Tools,
  { documentId, modelKey }: { documentId: string; modelKey: string },
): Promise<Omit<Understood, "runId">> {
  const { caller, files, ai, clock, signal } = tools;
  const document = await findForProcessing(caller, { documentId });
  const model = await readModel(files, modelKey);
  const { types: known, onlySuggested } = await findExamples(tools, documentId);
  const types = withCards(known, await findCardChanges(caller, {}));

  const startedAt = clock().getTime();
  const saidType = document.isTypeCorrected ? document.type : null;
  const heads = await readHeads(caller, { documentId }, signal);
  const input = { ...inputOf(model, document), heads, ...(saidType && { saidType }) };
  const understood = withoutSuggested(await ai.understand(input, types, signal), onlySuggested);

  return {
    documentId,
    type: understood.type.name,
    confidence: understood.type.confidence,
    candidates: understood.type.candidates,
    statements: proveStatements(model, understood, saidType ?? understood.type.name),
    language: understood.language?.code ?? null,
    producer: understood.producedBy.kind,
    model: understood.producedBy.model,
    release: understood.producedBy.release,
    fallbackReason: understood.producedBy.fallbackReason ?? null,
    inputTokens: understood.cost.inputTokens,
    outputTokens: understood.cost.outputTokens,
    costUsd: understood.cost.usd,
    durationMs: clock().getTime() - startedAt,
    features: understood.features && kept(understood.features),
  };
}

/** Returns the types with their labelled documents. Makes features of an earlier version again, so that no label is lost. */
async function findExamples(tools: Tools, documentId: string) {
  const { caller, ai, log, signal } = tools;
  const wanted = { documentId, version: ai.featuresVersion };
  const { outdated, ...found } = await findTaxonomy(caller, wanted);
  if (outdated.length === 0) return found;
  for (const other of outdated.slice(0, MOST_MADE_AGAIN))
    try {
      await makeFeaturesAgain(tools, other);
    } catch (error) {
      signal?.throwIfAborted();
      log.warn({ error, documentId: other }, "a labelled document cannot be compared");
    }
  return findTaxonomy(caller, wanted);
}

/** Leaves the type open if the workspace wants it to be suggested only. It stays the first candidate. */
function withoutSuggested(
  understood: Understanding,
  onlySuggested: readonly string[],
): Understanding {
  const { type } = understood;
  if (type.name === null || !onlySuggested.includes(type.name)) return understood;
  return { ...understood, type: { ...type, name: null, confidence: null } };
}

async function makeFeaturesAgain({ caller, files, ai, signal }: Tools, documentId: string) {
  const document = await findForProcessing(caller, { documentId });
  if (!document.modelKey) return;
  const model = await readModel(files, document.modelKey);
  const features = await ai.features(inputOf(model, document), signal);
  if (features) await recordFeatures(caller, { documentId, features: kept(features) });
}

function kept({ values, ...features }: DocumentFeatures) {
  return { ...features, values: Buffer.from(values).toString("base64") };
}

function inputOf(
  model: ParsedDocument,
  document: { title: string; fileName: string },
): DocumentInput {
  return {
    title: model.metadata.title ?? document.title,
    fileName: document.fileName,
    format: model.format,
    text: model.text,
    blocks: model.blocks.filter(hasText).map(({ kind, level, page, span }) => ({
      kind,
      page,
      span,
      ...(level !== undefined && { level }),
    })),
    pageCount: model.pages.length,
    pages: model.pages.flatMap(({ width, height }) => (width > 0 ? [{ width, height }] : [])),
    metadata: model.metadata,
    passages: passagesOf(model).map((passage) => ({
      span: passage.span,
      text: embeddedText(document.title, passage),
    })),
    pieces: placedText(model.pages.slice(0, PAGES_WITH_PLACES), model.text),
    ...(model.facts && { statedFacts: model.facts }),
  };
}
