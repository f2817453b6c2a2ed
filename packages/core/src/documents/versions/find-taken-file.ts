import { z } from "zod";

import { query } from "../../operation/query";
import { sourceItemIdOf } from "../contract/taking/take-file";

/** Returns the document that an item of a source is, or null. A flow keeps the text of its present version before the next one is taken. */
export const findTakenFile = query("documents.find-taken-file", {
  title: "Find the document of an item of a source",
  permission: "source.sync",
  input: z.object({ sourceId: z.string(), externalId: z.string() }),
  output: z
    .object({
      id: z.string(),
      version: z.number(),
      modelKey: z.string().nullable(),
      contentHash: z.string(),
      isTrashed: z.boolean(),
    })
    .nullable(),
  doors: [],

  async handle({ takenFiles }, { sourceId, externalId }) {
    const found = await takenFiles.find(sourceItemIdOf(sourceId, externalId));
    if (!found) return null;
    const { id, version, modelKey, contentHash, trashedAt } = found;
    return { id, version, modelKey, contentHash, isTrashed: trashedAt !== null };
  },
});
