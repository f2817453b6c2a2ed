import { z } from "zod";
import { mustBeAllowed } from "../access/rights";
import { notFound } from "../errors";
import { documentChanged } from "../events";
import { command } from "../operation/operation";
import { documentId } from "../ids";
import { summaryOf } from "./document-summary";

export const renameDocument = command({
  action: "document.rename",
  input: z.object({ id: documentId, title: z.string().trim().min(1).max(200) }),

  async run({ documents, actor, workspaceId, emit }, { id, title }) {
    const document = (await documents.find(id)) ?? notFound("Document", id);
    mustBeAllowed(actor, "document.rename", [document]);
    if (document.title === title) return summaryOf(document);
    emit(documentChanged.of({ workspaceId, documentId: id }));
    return summaryOf(await documents.update(id, { title }));
  },
});
