import { conflict } from "../errors";
import { flow } from "../operation";
import { findForProcessing } from "./find-for-processing";
import { readModel } from "./model-file";
import { recordUnderstanding } from "./record-understanding";
import { processingRun } from "./run-document";
import { proveStatements } from "./statements";
import { taxonomy } from "./taxonomy";

/** What the document is and says, each statement with its evidence. The record is one immutable result. */
export const understandDocument = flow({
  action: "document.process",
  input: processingRun,

  async run({ ctx, files, ai, clock, signal }, { documentId, runId }) {
    const document = await findForProcessing(ctx, { documentId });
    if (!document.modelKey) conflict(`Document ${documentId} was not read yet`);
    const model = await readModel(files, document.modelKey);

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

    await recordUnderstanding(ctx, {
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
      inputTokens: understood.cost.inputTokens,
      outputTokens: understood.cost.outputTokens,
      costUsd: understood.cost.usd,
      durationMs: clock().getTime() - startedAt,
    });
    return { type: understood.type.name };
  },
});
