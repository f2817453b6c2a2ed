import type {
  DocumentFeatures,
  DocumentInput,
  TypeDefinition,
  Understanding,
} from "@besunny/ai/ai";
import { hasText } from "@besunny/document-model/has-text";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { passagesOf } from "@besunny/document-model/passages";
import { placedText } from "@besunny/document-model/placed-text";
import { meetingOf } from "@besunny/document-model/transcripts/meeting-turns";
import type { z } from "zod";
import { modelKeyOf, readModel } from "../../content/contract/parsed-document-file";
import { clusterOf } from "../../models/contract/arm-of";
import { livePartsOf } from "../../models/contract/live-parts";
import {
  featuresVersion,
  knownBefore,
  measureDocument,
} from "../../models/contract/measure-document";
import { nameRelease } from "../../models/releases/name-release";
import type { FlowTools } from "../../operation/flow";
import { findPolicy } from "../../redaction/find-policy";
import { aiOfDocument } from "../../search/contract/ai-of-document";
import { embeddedText } from "../../search/contract/place-passages";
import { withCards } from "../../understanding/contract/cards/workspace-card";
import { proveStatements } from "../../understanding/contract/statements";
import { findCardChanges } from "../../understanding/find-card-changes";
import type { processingRun } from "../contract";
import { findDeciding, headsFor, typeByRelease, typesFor } from "./decide-by-release";
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
  const { caller, files, clock, signal } = tools;
  const document = await findForProcessing(caller, { documentId });
  const ai = aiOfDocument(tools.ai, document);
  const model = await readModel(files, modelKey);
  const deciding = await findDeciding(tools, { documentId, cluster: clusterOf(model.text) });
  const { types: known, onlySuggested } = await findExamples(tools, documentId);
  const types = typesFor(deciding, withCards(known, await findCardChanges(caller, {})));
  const { policy, barred } = await findPolicy(caller, { ids: [documentId, ...labelledIn(types)] });
  const allowed = marked(types, policy.neverTypes, barred);

  const startedAt = clock().getTime();
  const saidType = document.isTypeCorrected ? document.type : null;
  const input = {
    ...inputOf(model, document),
    heads: headsFor(deciding),
    ...(saidType && { saidType }),
    ...(barred.includes(documentId) && { mayLeave: false }),
  };
  const first = await ai.understand(input, allowed, signal);
  const given = { documentId, text: model.text, types: allowed };
  const type = await typeByRelease({ ai, ...(signal && { signal }) }, deciding, given, first);
  // Facts are those of a type, so a document of another type than the models thought is looked at again.
  const isOther = !saidType && type.name !== null && type.name !== first.type.name;
  const again = isOther
    ? await ai.understand({ ...input, ...(type.name && { saidType: type.name }) }, allowed, signal)
    : first;
  const understood = withoutSuggested({ ...again, type }, onlySuggested);
  const named = await nameRelease(caller, {
    inUse: deciding.release?.id ?? null,
    live: livePartsOf(ai, types, policy.checksum),
  });

  return {
    documentId,
    releaseId: named.id,
    unit: deciding.unit && { ...deciding.unit, failure: deciding.failure },
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
    costMicro: understood.cost.microUsd,
    fallbackCause: understood.producedBy.fallbackCause ?? null,
    durationMs: clock().getTime() - startedAt,
    features: understood.features && kept(understood.features),
    measured: {
      version: featuresVersion,
      values: measureDocument(model, knownBefore(model, document)),
    },
  };
}

/** Marks types and labelled documents that are never sent. They still teach the local models. */
function marked(
  types: readonly TypeDefinition[],
  neverTypes: readonly string[],
  barred: readonly string[],
): TypeDefinition[] {
  const never = new Set(barred);
  return types.map((type) => ({
    ...type,
    ...(neverTypes.includes(type.name) && { mayLeave: false }),
    labelled: (type.labelled ?? []).map((each) =>
      never.has(each.documentId) ? { ...each, mayLeave: false } : each,
    ),
  }));
}

function labelledIn(types: readonly TypeDefinition[]): string[] {
  return types.flatMap(({ labelled = [] }) => labelled.map((each) => each.documentId));
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

/** Returns a parsed document as the models are given it. */
export function inputOf(
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
    ...(meetingOf(model) !== null && { isTranscript: true }),
    ...(model.facts && { statedFacts: model.facts }),
  };
}
