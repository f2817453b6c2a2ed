import { z } from "zod";
import { documentId } from "../ids";
import { command } from "../operation/command";
import { count, nothing } from "../shapes";

/** Records what was found of deleted documents in all stores. If nothing was, forgets the phrases that were looked for. */
export const recordDeletion = command("processing.record-deletion", {
  title: "Record that nothing is left of deleted documents",
  permission: "document.cleanUp",
  input: z.object({
    ids: z.array(documentId),
    phrases: count,
    stores: z.array(z.object({ store: z.string(), found: count })),
  }),
  output: nothing,
  doors: [],

  async handle({ deletionChecks, changed }, { ids, phrases, stores }) {
    const left = Object.fromEntries(stores.map(({ store, found }) => [store, found]));
    for (const subject of ids)
      changed({ subject, before: {}, after: { isGone: stores.length === 0, phrases, left } });
    if (stores.length === 0) await deletionChecks.remove(ids);
  },
});
