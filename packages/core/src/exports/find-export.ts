import type { StoredExport } from "@besunny/db/privacy/exports";
import { z } from "zod";
import { notFound } from "../errors";
import { exportId } from "../ids";
import { query } from "../operation/query";
import { ofType } from "../shapes";

/** Returns an archive as it is kept. */
export const findExport = query("exports.find-export", {
  title: "Find an export",
  permission: "workspace.export",
  input: z.object({ id: exportId }),
  output: ofType<StoredExport>(),
  doors: [],
  cost: 0,

  handle: async ({ exports }, { id }) => (await exports.find(id)) ?? notFound("Export", id),
});
