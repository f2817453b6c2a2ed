import { z } from "zod";

import { query } from "../../operation/query";
import { count, idIn } from "../../shapes";

const MOST = 100;

/** Lists the datasets with the number of their documents. Only frozen ones can be evaluated on. */
export const listDatasets = query("trials.list-datasets", {
  title: "List datasets",
  permission: "release.read",
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        id: idIn("dat"),
        name: z.string(),
        version: count,
        field: z.string(),
        checksum: z.string().nullable().meta({ description: "Null until it is frozen" }),
        items: count,
        tested: count.meta({ description: "Documents that no model was trained on" }),
      }),
    ),
  }),
  doors: ["web"],

  handle: async ({ evaluations }) => ({ items: await evaluations.listDatasets(MOST) }),
});
