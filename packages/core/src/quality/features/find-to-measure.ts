import { z } from "zod";
import { featuresVersion } from "../../models/contract/measure-document";
import { query } from "../../operation/query";

/** Lists documents whose features are missing or of an earlier version, in the order of their ids. */
export const findToMeasure = query("quality.find-to-measure", {
  title: "Find documents whose features are outdated",
  permission: "quality.work",
  input: z.object({ after: z.string(), limit: z.number().int().min(1).max(500) }),
  output: z.object({
    documents: z.array(
      z.object({
        id: z.string(),
        modelKey: z.string(),
        source: z.string(),
        size: z.number(),
      }),
    ),
  }),
  doors: [],

  async handle({ documents, featureValues }, { after, limit }) {
    const ids = await featureValues.listOutdated(featuresVersion, after, limit);
    const found = await documents.findMany(ids);
    return {
      documents: found
        .flatMap(({ id, modelKey, source, size }) =>
          modelKey ? [{ id, modelKey, source, size }] : [],
        )
        .sort((one, other) => (one.id < other.id ? -1 : 1)),
    };
  },
});
