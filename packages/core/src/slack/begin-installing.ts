import { z } from "zod";

import { personOf } from "../access/person-of";
import { conflict } from "../errors";
import { flow } from "../operation/flow";
import { stateOf } from "./contract/slack";

const MINUTES = 15;

/**
 * Begins to install the app in a Slack: returns the address to send an admin to. The state in it is sealed for the session that began. Throws
 * `CONFLICT` if the operator has named no app.
 */
export const beginInstalling = flow("slack.begin-installing", {
  title: "Connect Slack",
  permission: "slack.manage",
  input: z.object({}),
  output: z.object({ url: z.string() }),
  doors: ["web"],
  uses: ["slack", "sealer"],
  audit: { notAudited: "Keeping the Slack is the record; nothing is kept before." },

  async handle({ actor, workspaceId, slack, sealer, clock }) {
    if (!slack.isSetUp)
      conflict("No Slack app is set up", "Ask the operator of this BeSunny to name one.");
    const { id: userId, via } = personOf(actor);
    const until = clock().getTime() + MINUTES * 60_000;
    const state = JSON.stringify({ userId, sessionId: via.id, until });
    const sealed = Buffer.from(sealer.seal(state, stateOf(workspaceId))).toString("base64url");
    return { url: slack.consentUrl(`${workspaceId}.${sealed}`) };
  },
});
