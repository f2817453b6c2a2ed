import type { Document } from "@besunny/db/documents";
import { z } from "zod";
import { mustBeAllowed } from "../access/rights";
import { documentChanged } from "../events";
import { documentIds } from "../ids";
import { command } from "../operation/command";
import { ofIds } from "../shapes";

/** Out of the trash, with the attachments that lie there too. */
export const restoreDocuments = command("documents.restore-documents", {
  title: "Restore documents from the trash",
  permission: "document.trash",
  input: z.object({ ids: documentIds }),
  output: ofIds,
  doors: ["web", "rest"],

  async handle({ documents, actor, workspaceId, emit }, { ids }) {
    const all = new Map<string, Document>();
    let found = await documents.findMany(ids);
    mustBeAllowed(actor, "document.trash", found);
    while (found.length > 0) {
      const trashed = found.filter(({ id, trashedAt }) => trashedAt && !all.has(id));
      for (const document of trashed) all.set(document.id, document);
      const attachments = await Promise.all(
        trashed.map(({ id }) => documents.listAttachments(id, { isTrashed: true })),
      );
      found = attachments.flat();
    }
    for (const id of all.keys()) {
      await documents.update(id, { trashedAt: null });
      emit(documentChanged.of({ workspaceId, documentId: id }));
    }
    return { ids: [...all.keys()] };
  },
});
