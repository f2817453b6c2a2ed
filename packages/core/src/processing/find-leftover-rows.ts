import { z } from "zod";
import { documentId } from "../ids";
import { query } from "../operation/query";
import { count } from "../shapes";

/** Counts the rows of the workspace that are left of deleted documents, or that hold their phrases, by table. */
export const findLeftoverRows = query("processing.find-leftover-rows", {
  title: "Count rows that are left of deleted documents",
  permission: "document.cleanUp",
  input: z.object({ ids: z.array(documentId) }),
  output: z.object({
    phrases: count,
    stores: z.array(z.object({ store: z.string(), found: count })),
  }),
  doors: [],

  async handle({ deletionChecks }, { ids }) {
    const phrases = await deletionChecks.listPhrases(ids);
    return { phrases: phrases.length, stores: await deletionChecks.countLeftovers(ids, phrases) };
  },
});
