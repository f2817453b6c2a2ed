import { platformFlow } from "../../operation/platform";
import { nothing } from "../../shapes";
import { stopExperiment } from "../../trials/experiments/stop-experiment";
import { ofWorkspace } from "./contract";

/** Stops the experiment of a workspace. The workspace's own audit log has a row too. */
export const stopWorkspaceExperiment = platformFlow("platform.stop-workspace-experiment", {
  title: "Stop an experiment of a workspace",
  permission: "model.manage",
  input: ofWorkspace.extend(stopExperiment.input.shape),
  output: nothing,
  doors: ["admin"],

  async handle({ inWorkspace }, { workspaceId, ...given }) {
    await stopExperiment(inWorkspace(workspaceId), given);
  },
});
