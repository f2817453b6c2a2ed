import { z } from "zod";
import { mustBeAllowed } from "../access/rights";
import { conflict, invalidInput, notFound } from "../errors";
import { documentChanged, documentTypeCorrected } from "../events";
import { documentId } from "../ids";
import { command } from "../operation/command";
import { isTypeName } from "../understanding/contract/type-names";
import { DocumentSummary, summaryOf } from "./contract/document-summary";

/** Sets the type of a document. Reading the document again does not change a type that a person set. */
export const correctType = command("documents.correct-type", {
  title: "Correct the type of a document",
  permission: "document.correct",
  input: z.object({ id: documentId, type: z.string().max(60).nullable() }),
  output: DocumentSummary,
  doors: ["web", "rest"],

  async handle({ documents, corrections, actor, workspaceId, emit, changed }, { id, type }) {
    if (type !== null && !isTypeName(type)) invalidInput(`There is no type named ${type}`);
    const document = (await documents.find(id)) ?? notFound("Document", id);
    mustBeAllowed(actor, "document.correct", [document]);
    if (document.trashedAt) conflict("The document is in the trash", "Restore it first.");
    const isKnown = document.type === type && document.isTypeCorrected;
    if (isKnown || actor.kind !== "user") return summaryOf(document);

    const before = document.type;
    await corrections.create({
      documentId: id,
      field: "type",
      before,
      after: type,
      byId: actor.id,
    });
    changed({ subject: id, before: { type: before }, after: { type } });
    emit(documentTypeCorrected.of({ workspaceId, documentId: id, before, after: type }));
    emit(documentChanged.of({ workspaceId, documentId: id }));
    return summaryOf(
      await documents.update(id, {
        type,
        typeConfidence: type === null ? null : 1,
        isTypeCorrected: true,
        ...(document.status === "needs_review" && { status: "ready" }),
      }),
    );
  },
});
