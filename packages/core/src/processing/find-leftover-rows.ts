import { z } from "zod";
import { documentId } from "../ids";
import { query } from "../operation/query";
import { count, ofType } from "../shapes";
import { KeptBefore } from "./kept-before";

/** Counts the rows of the workspace that are left of deleted documents, or that hold their phrases, by table. */
export const findLeftoverRows = query("processing.find-leftover-rows", {
  title: "Count rows that are left of deleted documents",
  permission: "document.cleanUp",
  input: z.object({ ids: z.array(documentId) }),
  output: z.object({
    phrases: count,
    before: z.array(ofType<KeptBefore>()),
    /** The stores of the database that were searched, with what they hold. */
    searched: z.array(z.object({ table: z.string(), holds: z.string() })),
    stores: z.array(z.object({ store: z.string(), found: count })),
  }),
  doors: [],

  async handle({ deletionChecks, storeRows }, { ids }) {
    const kept = await deletionChecks.findMany(ids);
    const phrases = kept.flatMap((each) => each.phrases);
    return {
      phrases: phrases.length,
      before: kept.map((each) => KeptBefore.parse(each)),
      searched: storeRows.list().map(({ table, holds }) => ({ table, holds })),
      stores: await deletionChecks.countLeftovers(ids, phrases),
    };
  },
});
