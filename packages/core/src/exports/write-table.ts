import { z } from "zod";
import { exportId } from "../ids";
import { flow } from "../operation/flow";
import { count } from "../shapes";
import { writePart } from "./contract/write-part";
import { notePart } from "./note-part";
import { planExport } from "./plan-export";
import { readRows } from "./read-rows";

/** Writes a table into a part of an archive, as lines of JSON. May run twice: it writes over its part. */
export const writeTable = flow("exports.write-table", {
  title: "Write a table of an export",
  permission: "workspace.pack",
  input: z.object({ id: exportId, n: count, table: z.string() }),
  output: z.object({ rows: count }),
  doors: ["job"],
  uses: ["files"],
  audit: { notAudited: "The export is recorded when somebody asks for it and when it is ready." },

  async handle({ caller, files, clock, workspaceId }, { id, n, table }) {
    const { isWanted } = await planExport(caller, { id });
    if (!isWanted) return { rows: 0 };
    let rows = 0;
    async function* lines() {
      let after: unknown = null;
      do {
        const page: { lines: string[]; next?: unknown } = await readRows(caller, {
          id,
          table,
          after,
        });
        rows += page.lines.length;
        if (page.lines.length > 0) yield Buffer.from(`${page.lines.join("\n")}\n`);
        after = page.next ?? null;
      } while (after !== null);
    }
    const file = { path: `data/${table}.jsonl`, isDeflated: true, modifiedAt: clock() };
    const { bytes } = await writePart({ files, workspaceId }, { id, n }, [
      { ...file, open: () => lines() },
    ]);
    await notePart(caller, { id, n, bytes, documents: 0 });
    return { rows };
  },
});
