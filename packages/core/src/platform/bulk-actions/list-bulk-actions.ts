import { z } from "zod";
import { cursorInput } from "../../cursor-input";
import { platformOperation } from "../../operation/operation";
import { shownOperation } from "./contract";

/** What was done to many runs, newest first. */
export const listOperations = platformOperation({
  input: z.object({
    cursor: cursorInput,
    limit: z.number().int().min(1).max(100).default(30),
  }),

  async run({ db }, { cursor, limit }) {
    const page = await db.platform.operations.list({ limit, cursor: cursor ?? undefined });
    return { ...page, items: page.items.map(shownOperation) };
  },
});
