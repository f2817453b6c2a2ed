import { z } from "zod";
import { documentId } from "../ids";
import { query } from "../operation/query";
import { count } from "../shapes";

/** Returns searches of which a document was opened, each once, the latest first. */
export const listReplayable = query("analytics.list-replayable", {
  title: "List searches that can be replayed",
  permission: "search.review",
  input: z.object({ limit: z.number().int().min(1).max(100).default(20) }),
  output: z.object({
    items: z.array(z.object({ words: z.string(), documentId, rank: count })),
  }),
  doors: ["web"],

  handle: async ({ searchLog }, { limit }) => ({ items: await searchLog.listOpened(limit) }),
});
