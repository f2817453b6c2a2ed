import { z } from "zod";
import { actorIdOf } from "../access/actor";
import { notFound } from "../errors";
import { documentId } from "../ids";
import { command } from "../operation/command";

/** Records which result of their search the actor opened first, and at which rank. Later ones change nothing. */
export const recordClick = command("analytics.record-click", {
  title: "Record which result was opened",
  permission: "document.search",
  input: z.object({
    id: z.string().regex(/^slg_[0-9a-z]{1,56}$/),
    documentId,
    rank: z.number().int().min(1).max(10_000),
  }),
  output: z.object({ isFirst: z.boolean() }),
  doors: ["web"],
  audit: { notAudited: "The search log is the record." },

  async handle({ searchLog, documents, actor, clock }, { id, documentId: opened, rank }) {
    if (!(await documents.find(opened))) notFound("Document", opened);
    const isFirst = await searchLog.recordOpened(
      { id, userId: actorIdOf(actor) },
      { openedDocumentId: opened, openedRank: rank, openedAt: clock() },
    );
    return { isFirst };
  },
});
