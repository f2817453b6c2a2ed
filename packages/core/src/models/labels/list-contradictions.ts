import { z } from "zod";

import { query } from "../../operation/query";
import { idIn } from "../../shapes";

/** From this share of the same words on, two documents are nearly the same. */
const LEAST = 0.8;
const MOST = 50;

const Side = z.object({
  id: idIn("doc"),
  title: z.string(),
  type: z.string(),
  by: z.object({ id: idIn("usr"), name: z.string() }).nullable(),
});

/** Lists pairs of documents with nearly the same words to which people gave different types. */
export const listContradictions = query("models.list-contradictions", {
  title: "List labels that contradict each other",
  permission: "document.read",
  input: z.object({}),
  output: z.object({
    items: z.array(z.object({ one: Side, other: Side, likeness: z.number() })),
  }),
  doors: ["web"],

  async handle({ taughtLabels, labels }) {
    const pairs = await taughtLabels.listContradictions(LEAST, MOST);
    const names = await labels.namesOf(pairs.flatMap((pair) => [pair.oneById, pair.otherById]));
    return {
      items: pairs.map((pair) => ({
        one: {
          id: pair.oneId,
          title: pair.oneTitle,
          type: pair.oneType,
          by: names.get(pair.oneById) ?? null,
        },
        other: {
          id: pair.otherId,
          title: pair.otherTitle,
          type: pair.otherType,
          by: names.get(pair.otherById) ?? null,
        },
        likeness: pair.likeness,
      })),
    };
  },
});
