import { z } from "zod";

import { notFound } from "../errors";
import { flow } from "../operation/flow";
import { tokenOf } from "./contract/slack";
import { findSlack } from "./find-slack";
import { removeInstall } from "./remove-install";

/** Takes the app out of Slack and forgets who is who there. It is forgotten here also if Slack cannot be asked: `isRevoked` says so. */
export const disconnectSlack = flow("slack.disconnect-slack", {
  title: "Disconnect Slack",
  permission: "slack.manage",
  input: z.object({}),
  output: z.object({ isRevoked: z.boolean() }),
  doors: ["web"],
  uses: ["slack", "sealer"],
  audit: { notAudited: "Removing the Slack records it." },

  async handle({ caller, workspaceId, slack, sealer }) {
    const { sealed } = await findSlack(caller, {});
    if (!sealed) notFound("Slack of the workspace", workspaceId);
    const { trouble } = await slack.revoke(sealer.open(sealed, tokenOf(workspaceId)));
    await removeInstall(caller, {});
    return { isRevoked: trouble === null || trouble === "revoked" };
  },
});
