import { z } from "zod";

import { query } from "../operation/query";
import { idIn, instant } from "../shapes";

const MOST = 200;

/** Lists the documents that local models understood because a budget was used up, so that they can be processed again. */
export const listDegraded = query("costs.list-degraded", {
  title: "List what was done without a hosted model for want of money",
  permission: "document.read",
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        id: idIn("doc"),
        title: z.string(),
        reason: z.string().nullable(),
        at: instant,
      }),
    ),
  }),
  doors: ["web"],
  handle: async ({ classificationResults }) => ({
    items: await classificationResults.listDegraded("budget", MOST),
  }),
});
