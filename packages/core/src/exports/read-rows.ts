import { z } from "zod";
import { notFound } from "../errors";
import { exportId } from "../ids";
import { query } from "../operation/query";

const AT_ONCE = 1000;

/** Returns rows of a table as lines of JSON after a place. A null place: the table ends. */
export const readRows = query("exports.read-rows", {
  title: "Read rows for an export",
  permission: "workspace.pack",
  input: z.object({ id: exportId, table: z.string().regex(/^[a-z_]{1,60}$/), after: z.unknown() }),
  output: z.object({ lines: z.array(z.string()), next: z.unknown() }),
  doors: [],

  async handle({ exports, exportRows }, { id, table, after }) {
    const { seenBy } = (await exports.find(id)) ?? notFound("Export", id);
    const rows = await exportRows.page(table, { after: after ?? null, limit: AT_ONCE, seenBy });
    return {
      lines: rows.map(({ line }) => line),
      next: rows.length === AT_ONCE ? (rows.at(-1)?.place ?? null) : null,
    };
  },
});
