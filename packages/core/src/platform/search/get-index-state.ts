import { z } from "zod";
import { platformQuery } from "../../operation/platform";
import { ComparedGenerations, sumOf } from "../../search/contract/generations";
import { count, instant } from "../../shapes";

/** Returns the indexes of passages, how full the wanted one is, and how its answers compare with those of the one before. */
export const getIndexState = platformQuery("platform.get-index-state", {
  title: "Show the state of the index",
  permission: "platform.read",
  input: z.object({}),
  output: z.object({
    wantedId: z.string(),
    adapter: z.enum(["sqlite", "qdrant"]),
    /** Documents that the index must hold, and those that the wanted one holds. */
    documents: count,
    held: count,
    passages: count,
    items: z.array(
      z.object({
        id: z.string(),
        state: z.enum(["filling", "serving", "retired"]),
        isHeld: z.boolean(),
        comparison: ComparedGenerations,
        createdAt: instant,
        filledAt: instant.nullable(),
        servedAt: instant.nullable(),
      }),
    ),
  }),
  doors: ["admin"],

  async handle({ db, generations }) {
    const [documents, stats, items] = await Promise.all([
      db.platform.upkeep.countIndexed(),
      generations.wanted.stats(),
      db.platform.indexGenerations.list(),
    ]);
    return {
      wantedId: generations.wantedId,
      adapter: stats.adapter,
      documents,
      held: stats.documents,
      passages: stats.passages,
      items: items.map((each) => ({ ...each, comparison: sumOf(each) })),
    };
  },
});
