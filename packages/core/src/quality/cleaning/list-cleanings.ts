import { z } from "zod";
import { query } from "../../operation/query";
import { MadeCleaning } from "../contract/cleanings";

const MOST = 200;

/** Lists the cleanings in force, the newest first. */
export const listCleanings = query("quality.list-cleanings", {
  title: "List cleanings of documents",
  permission: "quality.review",
  input: z.object({}),
  output: z.object({ items: z.array(MadeCleaning) }),
  doors: ["web"],

  handle: async ({ cleanings }) => ({
    items: (await cleanings.list(MOST)).map(({ document, ...each }) =>
      MadeCleaning.parse({ ...each, title: document.title }),
    ),
  }),
});
