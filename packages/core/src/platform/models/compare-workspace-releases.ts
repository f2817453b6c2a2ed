import { platformQuery } from "../../operation/platform";
import { compareReleases } from "../../trials/releases/compare-releases";
import { ofWorkspace } from "./contract";

/** Says in what two releases of a workspace differ. */
export const compareWorkspaceReleases = platformQuery("platform.compare-workspace-releases", {
  title: "Compare two releases of a workspace",
  permission: "platform.read",
  input: ofWorkspace.extend(compareReleases.input.shape),
  output: compareReleases.output,
  doors: ["admin"],

  handle: ({ inWorkspace }, { workspaceId, ...given }) =>
    compareReleases(inWorkspace(workspaceId), given),
});
