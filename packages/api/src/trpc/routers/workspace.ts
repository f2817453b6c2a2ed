import { getDiskState } from "@besunny/core/disk/get-disk-state";
import { getWorkspace } from "@besunny/core/workspaces/get-workspace";
import { renameWorkspace } from "@besunny/core/workspaces/rename-workspace";

import { router, workspaceProcedure } from "../init";

export const workspaceRouter = router({
  get: workspaceProcedure.query(({ ctx }) => getWorkspace(ctx.workspace, {})),

  disk: workspaceProcedure.query(({ ctx }) => getDiskState(ctx.workspace, {})),

  rename: workspaceProcedure
    .input(renameWorkspace.input)
    .mutation(({ ctx, input }) => renameWorkspace(ctx.workspace, input)),
});
