import { stringify } from "csv-stringify/sync";
import { z } from "zod";

import { sourceId } from "../ids";
import { query } from "../operation/query";
import { mustFindSource } from "./contract/must-find";
import { itemViewOf } from "./contract/view-of";

const MOST_ROWS = 50_000;
const A_PAGE = 1000;

/** Returns the report of a source as a table (CSV) with a row for each item: its state, why, and what to do. Throws `NOT_FOUND`. */
export const reportSource = query("sources.report-source", {
  title: "Download the report of a source",
  permission: "source.read",
  input: z.object({ id: sourceId, state: z.string().max(20).optional() }),
  output: z.object({ fileName: z.string(), csv: z.string(), isWhole: z.boolean() }),
  doors: ["web"],
  isOfOneMoment: true,

  async handle({ sources, sourceItems, actor }, { id, state }) {
    const found = await mustFindSource({ sources, actor }, id);
    const seesNames = actor.kind === "user" && found.connection.ownerId === actor.id;
    const rows: (string | number | null)[][] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof sourceItems.list>> = await sourceItems.list(
        id,
        { state },
        { limit: A_PAGE, cursor },
      );
      for (const item of page.items) {
        const view = itemViewOf(item, { seesNames });
        rows.push([
          ...[view.name, view.folder, view.mediaType, view.size, view.modifiedAt.toISOString()],
          ...[view.state, view.reason, view.trouble, view.remedy, view.webUrl, view.documentId],
        ]);
      }
      cursor = page.nextCursor;
    } while (cursor && rows.length < MOST_ROWS);
    const csv = stringify(
      rows.map((row) => row.map(harmless)),
      { header: true, columns, bom: true },
    );
    return { fileName: `${found.name}.csv`, csv, isWhole: cursor === null };
  },
});

const columns = [
  ...["name", "folder", "kind", "bytes", "changed", "state", "reason", "what happened"],
  ...["what to do", "original", "document"],
];

/** A cell that begins like a formula would be run by a spreadsheet. */
function harmless(cell: string | number | null): string | number | null {
  return typeof cell === "string" && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
