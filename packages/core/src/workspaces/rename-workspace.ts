import { z } from "zod";

import { command, query } from "../operation/operation";

export const getWorkspace = query({
  action: "workspace.read",
  input: z.object({}),
  run: ({ workspaces }) => workspaces.current(),
});

export const renameWorkspace = command({
  action: "workspace.update",
  input: z.object({ name: z.string().trim().min(1).max(120) }),
  run: ({ workspaces }, { name }) => workspaces.rename(name),
});
