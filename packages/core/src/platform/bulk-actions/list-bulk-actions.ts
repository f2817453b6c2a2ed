import { z } from "zod";

import { cursorInput } from "../../cursor-input";
import { platformQuery } from "../../operation/platform";
import { pageOf } from "../../shapes";
import { BulkActionSummary, bulkActionOf } from "./contract";

/** Returns a page of bulk actions, newest first. */
export const listBulkActions = platformQuery("platform.list-bulk-actions", {
  title: "List bulk actions",
  permission: "platform.read",
  input: z.object({
    cursor: cursorInput,
    limit: z.number().int().min(1).max(100).default(30),
  }),
  output: pageOf(BulkActionSummary),
  doors: ["admin"],

  async handle({ db }, { cursor, limit }) {
    const page = await db.platform.operations.list({ limit, cursor: cursor ?? undefined });
    return { ...page, items: page.items.map(bulkActionOf) };
  },
});
