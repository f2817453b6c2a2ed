import type { ExportedStore } from "@besunny/db/privacy/export-rows";
import { z } from "zod";
import { notFound } from "../errors";
import { exportId } from "../ids";
import { query } from "../operation/query";
import { count, ofType } from "../shapes";

/** Returns what an archive will hold: tables with the reasons why some are left out, and the documents that nobody but their people see. */
export const planExport = query("exports.plan-export", {
  title: "Plan an export",
  permission: "workspace.pack",
  input: z.object({ id: exportId }),
  output: z.object({
    isWanted: z.boolean(),
    name: z.string(),
    tables: z.array(ofType<ExportedStore>()),
    hidden: count,
  }),
  doors: ["job"],

  async handle({ exports, exportRows, workspaces }, { id }) {
    const { state, seenBy } = (await exports.find(id)) ?? notFound("Export", id);
    const { name } = await workspaces.current();
    return {
      isWanted: state === "working",
      name,
      tables: exportRows.tables(),
      hidden: await exportRows.countHidden(seenBy),
    };
  },
});
