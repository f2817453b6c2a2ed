import { z } from "zod";
import { cursorInput } from "../cursor-input";
import { query } from "../operation/query";
import { pageOf } from "../shapes";
import { BatchSummary } from "./contract";
import { summariseBatches } from "./summarise-batches";

/** The batches that whoever asks made, or may see as an admin, newest first. */
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
