import { platformFlow } from "../../operation/platform";
import { nothing } from "../../shapes";
import { rollBack } from "../../trials/releases/roll-back";
import { ofWorkspace } from "./contract";

/** Goes back to an earlier release in a workspace. The workspace's own audit log has a row too. */
export const rollBackRelease = platformFlow("platform.roll-back-release", {
  title: "Roll back the release of a workspace",
  permission: "model.manage",
  input: ofWorkspace.extend(rollBack.input.shape),
  output: nothing,
  doors: ["admin"],
  audit: { subjects: (_output, { workspaceId, to }) => (to ? [workspaceId, to] : [workspaceId]) },

  async handle({ inWorkspace }, { workspaceId, ...given }) {
    await rollBack(inWorkspace(workspaceId), given);
  },
});
