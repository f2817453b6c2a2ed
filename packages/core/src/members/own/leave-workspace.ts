import { z } from "zod";

import { EndedApiKey } from "../../keys/contract";
import { command } from "../../operation/command";
import { endMembership } from "../contract/end-membership";
import { ownPersonId } from "./contract";

/**
 * Takes the caller out of the workspace: their private things there go, and their API keys end. Its only owner cannot
 * leave. It is a part of closing an account.
 */
export const leaveWorkspace = command("members.leave-workspace", {
  title: "Leave the workspace",
  permission: "workspace.read",
  input: z.object({}),
  output: z.object({ endedKeys: z.array(EndedApiKey) }),
  doors: [],
  audit: { subjects: ({ endedKeys }) => endedKeys.map(({ id }) => id) },

  async handle(tools) {
    return { endedKeys: await endMembership(tools, ownPersonId(tools.actor)) };
  },
});
