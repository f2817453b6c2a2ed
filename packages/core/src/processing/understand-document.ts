import type { z } from "zod";
import { draftKeyOf, modelKeyOf, readModel, writeJson } from "../content/model-file";
import { type FlowTools, flow } from "../operation/operation";
import { proveStatements } from "../understanding/statements";
import { taxonomy } from "../understanding/taxonomy";
import { findForProcessing } from "./find-for-processing";
import { recordUnderstanding, type Understood } from "./record-understanding";
import { processingRun } from "./run-document";

/** What the document is and says, each statement with its evidence. The record is one immutable result. */
export const understandDocument = flow({
  action: "document.process",
  input: processingRun,

  async run(tools, run) {
    const understood = await understand(tools, run);
    await recordUnderstanding(tools.ctx, understood);
    return { type: understood.type };
  },
});

/** The same for a backfill: kept aside until all of it has ended well. */
export const reunderstandDocument = flow({
  action: "document.process",
  input: processingRun,

  async run(tools, run) {
    const understood = await understand(tools, run);
    const key = draftKeyOf(tools.workspaceId, run.documentId, run.runId);
    await writeJson(tools.files, key, understood);
    return { type: understood.type };
  },
});

async function understand(
  { ctx, files, ai, workspaceId, clock, signal }: FlowTools,
  { documentId, runId }: z.output<typeof processingRun>,
): Promise<Understood> {
  const document = await findForProcessing(ctx, { documentId });
  const model = await readModel(files, modelKeyOf(workspaceId, documentId, runId));

  const startedAt = clock().getTime();
  const understood = await ai.understand(
    {
      title: model.metadata.title ?? document.title,
      fileName: document.fileName,
      format: model.format,
      text: model.text,
      blocks: model.blocks.map(({ kind, level, page, span }) => ({
        kind,
        page,
        span,
        ...(level !== undefined && { level }),
      })),
      pageCount: model.pages.length,
      metadata: model.metadata,
    },
    taxonomy,
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
