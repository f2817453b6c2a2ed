import { getWorkspace, renameWorkspace } from "@besunny/core/workspaces/manage-workspace";

import { router, workspaceProcedure } from "../init";

export const workspaceRouter = router({
  get: workspaceProcedure.query(({ ctx }) => getWorkspace(ctx.workspace, {})),

  rename: workspaceProcedure
    .input(renameWorkspace.input)
    .mutation(({ ctx, input }) => renameWorkspace(ctx.workspace, input)),
});
