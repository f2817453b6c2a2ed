import { z } from "zod";

import { flow } from "../operation/flow";
import { SlackState } from "./contract/slack";
import { findSlack } from "./find-slack";

/** Returns the Slack of the workspace, and which person of it the caller is. */
export const getSlack = flow("slack.get-slack", {
  title: "Show the Slack of the workspace",
  permission: "notice.read",
  input: z.object({}),
  output: SlackState.extend({ isSetUp: z.boolean() }),
  doors: ["web"],
  uses: ["slack"],
  audit: { notAudited: "It reads." },

  async handle({ caller, slack }) {
    const { install, mine } = await findSlack(caller, {});
    return { isSetUp: slack.isSetUp, install, mine };
  },
});
