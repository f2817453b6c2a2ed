import { z } from "zod";

import { query } from "../operation/query";
import { Workspace } from "./contract";

/** Returns the workspace. */
export const getWorkspace = query("workspaces.get-workspace", {
  title: "Show the workspace",
  permission: "workspace.read",
  input: z.object({}),
  output: Workspace,
  doors: ["web"],
  handle: ({ workspaces }) => workspaces.current(),
});
