import { z } from "zod";

import { command } from "../operation/command";
import { Workspace } from "./contract";

/** Renames the workspace. Returns it with its new name. */
export const renameWorkspace = command("workspaces.rename-workspace", {
  title: "Rename the workspace",
  permission: "workspace.update",
  input: z.object({ name: z.string().trim().min(1).max(120) }),
  output: Workspace,
  doors: ["web"],

  async handle({ workspaces, changed }, { name }) {
    const before = await workspaces.current();
    const renamed = await workspaces.rename(name);
    changed({ subject: renamed.id, before: { name: before.name }, after: { name } });
    return renamed;
  },
});
