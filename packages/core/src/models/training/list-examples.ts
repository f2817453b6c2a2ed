import type { HeadExample } from "@besunny/ai/heads/head-training";
import { z } from "zod";

import { query } from "../../operation/query";
import { ofType } from "../../shapes";

const AT_ONCE = 200;

/** Returns the documents of a frozen dataset with their texts and features, to train on. Deleted and trashed documents are gone from it. */
export const listExamples = query("models.list-examples", {
  title: "Read the documents of a dataset",
  permission: "model.train",
  input: z.object({ datasetId: z.string() }),
  output: ofType<HeadExample[]>(),
  doors: [],

  async handle({ datasets, taughtLabels }, { datasetId }) {
    const items = await datasets.listItems(datasetId);
    const examples: HeadExample[] = [];
    for (let from = 0; from < items.length; from += AT_ONCE) {
      const part = items.slice(from, from + AT_ONCE);
      const texts = await taughtLabels.listTexts(part.map(({ documentId }) => documentId));
      const byId = new Map(texts.map((each) => [each.documentId, each]));
      for (const { split, ...item } of part) {
        const { text = "", version = null, values = null } = byId.get(item.documentId) ?? {};
        examples.push({
          ...item,
          split: split === "test" ? "test" : "train",
          text,
          features:
            version === null || values === null
              ? null
              : { version, values: Buffer.from(values, "base64"), excerpt: "" },
        });
      }
    }
    return examples;
  },
});
