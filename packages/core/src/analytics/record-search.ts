import { z } from "zod";
import { actorIdOf } from "../access/actor";
import { command } from "../operation/command";
import { RecordedSearch } from "./contract";

/** Records a search or a question of the actor, for the analytics of search. Returns the id with which a click is recorded. */
export const recordSearch = command("analytics.record-search", {
  title: "Record a search",
  permission: "document.search",
  input: RecordedSearch,
  output: z.object({ id: z.string() }),
  doors: ["web"],
  audit: { notAudited: "The search log is the record." },

  handle: async ({ searchLog, actor }, search) => ({
    id: await searchLog.record({ ...search, userId: actorIdOf(actor) }),
  }),
});
