import type { Document } from "@besunny/db/workspace/documents/document-row";
import { mustBeAllowed } from "../access/rights";
import { conflict, notFound } from "../errors";
import { documentChanged, documentTypeCorrected } from "../events";
import type { CommandTools } from "../operation/command";
import { typesOf } from "../understanding/contract/document-types";
import { statusWhenIndexed } from "./contract/document";
import { type DocumentSummary, summaryOf } from "./contract/document-summary";
import type { LabelPlace } from "./contract/label-place-words";

/** Returns the document, if the actor may say what type it has. */
export async function findToLabel(
  { documents, actor }: Pick<CommandTools, "documents" | "actor">,
  id: string,
): Promise<Document> {
  const document = (await documents.find(id)) ?? notFound("Document", id);
  mustBeAllowed(actor, "document.correct", [document]);
  if (document.trashedAt) conflict("The document is in the trash", "Restore it first.");
  return document;
}

/** Writes the type that a person says into a document, and keeps their word as a label. */
export async function labelType(
  tools: CommandTools,
  document: Document,
  { type, place }: { type: string | null; place: LabelPlace },
): Promise<DocumentSummary> {
  const { labels, classificationResults, actor } = tools;
  const isSaid = document.type === type && document.isTypeCorrected;
  if (isSaid || actor.kind !== "user") return summaryOf(document);

  const shown = await classificationResults.latest(document.id);
  await labels.create({
    documentId: document.id,
    field: "type",
    before: document.type,
    value: type,
    source: document.type === type ? "confirmation" : "correction",
    byId: actor.id,
    place,
    shownRelease: shown && `${shown.model} ${shown.release}`,
  });
  return writeType(tools, document, { type, confidence: type === null ? null : 1, isSaid: true });
}

/** Takes back the last word of a person about the type. The one before it applies again, or else the models' type. */
export async function takeTypeBack(
  tools: CommandTools,
  document: Document,
): Promise<DocumentSummary> {
  const { labels, classificationResults, documentTypes, clock } = tools;
  if (!document.isTypeCorrected) return summaryOf(document);
  const earlier = await labels.withdraw(document.id, "type", clock());
  if (earlier) {
    const { value: type } = earlier;
    const said = { type, confidence: type === null ? null : 1, isSaid: true };
    return writeType(tools, document, said);
  }
  const result = await classificationResults.latest(document.id);
  const known = typesOf(await documentTypes.list());
  const isKnown = known.some(({ name }) => name === result?.type);
  return writeType(tools, document, {
    type: isKnown ? (result?.type ?? null) : null,
    confidence: isKnown ? (result?.confidence ?? null) : null,
    isSaid: false,
  });
}

/** Writes the type that applies now: one that a person said, or the models' one. */
export async function writeType(
  { documents, workspaceId, emit, changed }: CommandTools,
  document: Document,
  { type, confidence, isSaid }: { type: string | null; confidence: number | null; isSaid: boolean },
): Promise<DocumentSummary> {
  const { id, status } = document;
  changed({
    subject: id,
    before: { type: document.type, isTypeCorrected: document.isTypeCorrected },
    after: { type, isTypeCorrected: isSaid },
  });
  emit(
    documentTypeCorrected.of({ workspaceId, documentId: id, before: document.type, after: type }),
  );
  emit(documentChanged.of({ workspaceId, documentId: id }));
  const isIndexed = status === "ready" || status === "needs_review";
  return summaryOf(
    await documents.update(id, {
      type,
      typeConfidence: confidence,
      isTypeCorrected: isSaid,
      ...(isIndexed && { status: statusWhenIndexed({ type, isTypeCorrected: isSaid }) }),
    }),
  );
}
