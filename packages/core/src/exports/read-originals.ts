import type { ExportedOriginal } from "@besunny/db/privacy/export-rows";
import { z } from "zod";
import { notFound } from "../errors";
import { exportId } from "../ids";
import { query } from "../operation/query";
import { ofType } from "../shapes";

/** Returns the original files of documents after one, for an export: every version of each. */
export const readOriginals = query("exports.read-originals", {
  title: "Find originals for an export",
  permission: "workspace.pack",
  input: z.object({ id: exportId, after: z.string(), limit: z.number().int().positive() }),
  output: z.object({ files: z.array(ofType<ExportedOriginal>()) }),
  doors: [],

  async handle({ exports, exportRows }, { id, after, limit }) {
    const { seenBy } = (await exports.find(id)) ?? notFound("Export", id);
    return { files: await exportRows.originals({ after, limit, seenBy }) };
  },
});
