import { z } from "zod";

import { query } from "../../operation/query";
import { Candidates } from "../../understanding/contract/statements";

const MOST = 500;
const Phrases = z.array(z.object({ text: z.string() })).catch([]);

/** Returns the newest documents that nobody labelled, with what is compared of them. `values` is in base64. */
export const findUnlabelled = query("models.find-unlabelled", {
  title: "Find documents without a label",
  permission: "document.read",
  input: z.object({ isWithoutType: z.boolean() }),
  output: z.array(
    z.object({
      documentId: z.string(),
      title: z.string(),
      type: z.string().nullable(),
      candidates: Candidates,
      phrases: z.array(z.string()),
      version: z.string(),
      values: z.string(),
    }),
  ),
  doors: [],

  async handle({ taughtLabels }, { isWithoutType }) {
    const rows = await taughtLabels.listUnlabelled(isWithoutType, MOST);
    return rows.map(({ candidates, phrases, ...row }) => ({
      ...row,
      candidates: Candidates.parse(candidates),
      phrases: Phrases.parse(phrases).map(({ text }) => text),
    }));
  },
});
