import { hasText } from "@besunny/document-model/has-text";
import { passagesOf } from "@besunny/document-model/passages";
import { placedText } from "@besunny/document-model/placed-text";
import type { z } from "zod";
import { modelKeyOf, readModel } from "../../content/contract/parsed-document-file";
import type { FlowTools } from "../../operation/flow";
import { embeddedText } from "../../search/contract/place-passages";
import { withCards } from "../../understanding/contract/cards/workspace-card";
import { proveStatements } from "../../understanding/contract/statements";
import { taxonomy } from "../../understanding/contract/taxonomy";
import { findCardChanges } from "../../understanding/find-card-changes";
import type { processingRun } from "../contract";
import { findForProcessing } from "./find-for-processing";
import type { Understood } from "./record-understanding";

/** Facts beside labels stand on the first pages; the places of words on later ones are not sent to the models. */
const PAGES_WITH_PLACES = 4;

/** Returns the models' understanding of the parsed document of a run, each statement with its evidence. */
export async function understandParsed(
  { caller, files, ai, workspaceId, clock, signal }: FlowTools<"files" | "ai">,
  { documentId, runId }: z.output<typeof processingRun>,
): Promise<Understood> {
  const document = await findForProcessing(caller, { documentId });
  const model = await readModel(files, modelKeyOf(workspaceId, documentId, runId));

  const types = withCards(taxonomy, await findCardChanges(caller, {}));

  const startedAt = clock().getTime();
  const understood = await ai.understand(
    {
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
    },
    types,
    signal,
  );

  return {
    documentId,
    runId,
    type: understood.type.name,
    confidence: understood.type.confidence,
    candidates: understood.type.candidates,
    statements: proveStatements(model, understood),
    language: understood.language?.code ?? null,
    producer: understood.producedBy.kind,
    model: understood.producedBy.model,
    release: understood.producedBy.release,
    fallbackReason: understood.producedBy.fallbackReason ?? null,
    inputTokens: understood.cost.inputTokens,
    outputTokens: understood.cost.outputTokens,
    costUsd: understood.cost.usd,
    durationMs: clock().getTime() - startedAt,
  };
}
