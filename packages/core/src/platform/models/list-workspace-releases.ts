import { platformQuery } from "../../operation/platform";
import { listReleases } from "../../trials/releases/list-releases";
import { ofWorkspace } from "./contract";

/** Lists the releases of a workspace, and which of them decided from when on. */
export const listWorkspaceReleases = platformQuery("platform.list-workspace-releases", {
  title: "List the releases of a workspace",
  permission: "platform.read",
  input: ofWorkspace,
  output: listReleases.output,
  doors: ["admin"],

  handle: ({ inWorkspace }, { workspaceId }) => listReleases(inWorkspace(workspaceId), {}),
});
