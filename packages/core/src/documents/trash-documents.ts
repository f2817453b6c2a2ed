import type { Document } from "@besunny/db/documents";
import { z } from "zod";
import { mustBeAllowed } from "../access/rights";
import { documentCancelled, documentChanged } from "../events";
import { documentIds } from "../ids";
import { command } from "../operation/command";
import { ofIds } from "../shapes";

/** To the trash, attachments with them; work on them stops. What is already there, or not to be seen, is left out. */
export const trashDocuments = command("documents.trash-documents", {
  title: "Move documents to the trash",
  permission: "document.trash",
  input: z.object({ ids: documentIds }),
  output: ofIds,
  doors: ["web", "rest"],

  async handle({ documents, runs, actor, clock, workspaceId, emit }, { ids }) {
    const all = new Map<string, Document>();
    let found = await documents.findMany(ids);
    mustBeAllowed(actor, "document.trash", found);
    while (found.length > 0) {
      const fresh = found.filter(({ id, trashedAt }) => !trashedAt && !all.has(id));
      for (const document of fresh) all.set(document.id, document);
      const attachments = await Promise.all(fresh.map(({ id }) => documents.listAttachments(id)));
      found = attachments.flat();
    }

    for (const { id, status } of all.values()) {
      const isOpen = status === "pending" || status === "processing";
      const ended = await runs.endOpen(id, "cancelled", clock());
      if (isOpen || ended.length > 0) emit(documentCancelled.of({ workspaceId, documentId: id }));
      await documents.update(id, { trashedAt: clock(), ...(isOpen && { status: "cancelled" }) });
      emit(documentChanged.of({ workspaceId, documentId: id }));
    }
    return { ids: [...all.keys()] };
  },
});
