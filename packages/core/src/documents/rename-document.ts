import { z } from "zod";
import { mustBeAllowed } from "../access/rights";
import { notFound } from "../errors";
import { documentChanged } from "../events";
import { documentId } from "../ids";
import { command } from "../operation/command";
import { DocumentSummary, summaryOf } from "./contract/document-summary";

export const renameDocument = command("documents.rename-document", {
  title: "Rename a document",
  permission: "document.rename",
  input: z.object({ id: documentId, title: z.string().trim().min(1).max(200) }),
  output: DocumentSummary,
  doors: ["web", "rest"],

  async handle({ documents, actor, workspaceId, emit, changed }, { id, title }) {
    const document = (await documents.find(id)) ?? notFound("Document", id);
    mustBeAllowed(actor, "document.rename", [document]);
    if (document.title === title) return summaryOf(document);
    emit(documentChanged.of({ workspaceId, documentId: id }));
    changed({ subject: id, before: { title: document.title }, after: { title } });
    return summaryOf(await documents.update(id, { title }));
  },
});
