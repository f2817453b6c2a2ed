import { z } from "zod";
import { cursorInput } from "../cursor-input";
import { query } from "../operation/query";
import { pageOf } from "../shapes";
import { BatchSummary } from "./contract";
import { summariseBatches } from "./summarise-batches";

/** Lists batches, newest first: those that the actor made, or all that the actor may see as an admin. */
export const listBatches = query("batches.list-batches", {
  title: "List batches",
  permission: "batch.read",
  input: z.object({
    cursor: cursorInput,
    limit: z.number().int().min(1).max(200).default(50),
  }),
  output: pageOf(BatchSummary),
  doors: ["web", "rest"],

  async handle(tools, { cursor, limit }) {
    const page = await tools.batches.list({ limit, cursor: cursor ?? undefined });
    return { ...page, items: await summariseBatches(tools, page.items) };
  },
});
