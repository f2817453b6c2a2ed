import { z } from "zod";
import { cursorInput } from "../cursor-input";
import { query } from "../operation/operation";
import { summariseBatches } from "./summarise-batches";

/** The batches that whoever asks made, or may see as an admin, newest first. */
export const listBatches = query({
  action: "batch.read",
  input: z.object({
    cursor: cursorInput,
    limit: z.number().int().min(1).max(200).default(50),
  }),

  async run(tools, { cursor, limit }) {
    const page = await tools.batches.list({ limit, cursor: cursor ?? undefined });
    return { ...page, items: await summariseBatches(tools, page.items) };
  },
});
