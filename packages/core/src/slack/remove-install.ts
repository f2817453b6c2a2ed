import { z } from "zod";

import { notFound } from "../errors";
import { command } from "../operation/command";
import { nothing } from "../shapes";

/** Forgets the Slack of the workspace, its token, and who is who in it. */
export const removeInstall = command("slack.remove-install", {
  title: "Forget the Slack of the workspace",
  permission: "slack.manage",
  input: z.object({}),
  output: nothing,
  doors: [],

  async handle({ slack, changed, workspaceId }) {
    const before = (await slack.findInstall()) ?? notFound("Slack of the workspace", workspaceId);
    await slack.removeInstall();
    changed({ subject: workspaceId, before: { slack: before.teamName }, after: { slack: null } });
  },
});
