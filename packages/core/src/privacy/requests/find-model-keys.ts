import { z } from "zod";
import { query } from "../../operation/query";

/** Returns the keys of the parsed documents. */
export const findModelKeys = query("privacy.find-model-keys", {
  title: "Find the parsed documents of an erasure",
  permission: "privacy.work",
  input: z.object({ ids: z.array(z.string()) }),
  output: z.object({
    items: z.array(z.object({ id: z.string(), modelKey: z.string().nullable() })),
  }),
  doors: [],

  handle: async ({ documents }, { ids }) => ({
    items: (await documents.findMany(ids)).map(({ id, modelKey }) => ({ id, modelKey })),
  }),
});
