import { platformQuery } from "../../operation/platform";
import { listExperiments } from "../../trials/experiments/list-experiments";
import { ofWorkspace } from "./contract";

/** Lists the experiments of a workspace. */
export const listWorkspaceExperiments = platformQuery("platform.list-workspace-experiments", {
  title: "List the experiments of a workspace",
  permission: "platform.read",
  input: ofWorkspace,
  output: listExperiments.output,
  doors: ["admin"],

  handle: ({ inWorkspace }, { workspaceId }) => listExperiments(inWorkspace(workspaceId), {}),
});
