import { z } from "zod";
import { flow } from "../operation/flow";
import { count } from "../shapes";
import { folderOfExport } from "./contract/export";
import { endExpired } from "./end-expired";

/** Removes archives that have expired, failed, or were never ended; with `isAll`, every one. */
export const clearExports = flow("exports.clear-exports", {
  title: "Remove exports that have expired",
  permission: "workspace.pack",
  input: z.object({ isAll: z.boolean().default(false) }),
  output: z.object({ removed: count }),
  doors: ["job"],
  uses: ["files"],
  audit: { notAudited: "Ending them leaves a row." },

  async handle({ caller, files, workspaceId }, { isAll }) {
    const { ids } = await endExpired(caller, { isAll });
    for (const id of ids) await files.removeAll(folderOfExport(workspaceId, id));
    return { removed: ids.length };
  },
});
