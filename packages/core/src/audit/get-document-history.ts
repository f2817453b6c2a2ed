import { z } from "zod";

import { notFound } from "../errors";
import { documentId } from "../ids";
import { query } from "../operation/query";
import { pageOf, paging } from "../shapes";
import { actorIdsOf, DocumentHistoryEntry } from "./contract";
import { historyEntryOf } from "./history-entry-of";

/**
 * Lists the calls on a document that succeeded, newest first: operation, time and the actor's name. Throws `NOT_FOUND` for a person who may
 * not see the document.
 */
export const getDocumentHistory = query("audit.get-document-history", {
  title: "Show the history of a document",
  permission: "document.read",
  input: z.object({ id: documentId, ...paging }),
  output: pageOf(DocumentHistoryEntry),
  doors: ["web"],

  async handle({ audit, documents }, { id, limit, cursor }) {
    if (!(await documents.find(id))) notFound("Document", id);
    const filter = { subject: id, outcome: "ok" };
    const { items, nextCursor } = await audit.list(filter, { limit, cursor: cursor ?? undefined });
    const people = await audit.listActors(actorIdsOf(items));
    return { items: items.map((entry) => historyEntryOf(entry, people)), nextCursor };
  },
});
