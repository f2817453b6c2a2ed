import { z } from "zod";
import { exportId } from "../ids";
import { flow } from "../operation/flow";
import { nothing } from "../shapes";
import { folderOfExport } from "./contract/export";
import { endExport } from "./end-export";

/** Removes an archive before it expires. */
export const removeExport = flow("exports.remove-export", {
  title: "Remove an export",
  permission: "workspace.export",
  input: z.object({ id: exportId }),
  output: nothing,
  doors: ["web", "rest"],
  cost: 0,
  uses: ["files"],
  audit: { notAudited: "Ending it leaves a row." },

  async handle({ caller, files, workspaceId }, { id }) {
    await endExport(caller, { id });
    await files.removeAll(folderOfExport(workspaceId, id));
  },
});
