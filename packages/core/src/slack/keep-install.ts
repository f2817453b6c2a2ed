import { z } from "zod";

import { personOf } from "../access/person-of";
import { conflict } from "../errors";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { Sealed } from "./contract/slack";

/** Keeps a Slack of the workspace with its sealed token. Another one than before forgets who is who. Throws `CONFLICT` if it belongs to another workspace. */
export const keepInstall = command("slack.keep-install", {
  title: "Keep the Slack of the workspace",
  permission: "slack.manage",
  input: z.object({ teamId: z.string(), teamName: z.string(), sealed: Sealed }),
  output: nothing,
  doors: [],

  async handle({ slack, actor, clock, changed, workspaceId }, { teamId, teamName, sealed }) {
    const before = await slack.findInstall();
    if (before && before.teamId !== teamId) await slack.removeInstall();
    const isOurs = await slack.keepInstall({
      teamId,
      teamName,
      sealedToken: sealed,
      installedById: personOf(actor).id,
      createdAt: clock(),
    });
    if (!isOurs)
      conflict(
        "This Slack is connected with another workspace",
        "Disconnect it there, or choose another Slack.",
      );
    const shown = { slack: before?.teamName ?? null };
    changed({ subject: workspaceId, before: shown, after: { slack: teamName } });
  },
});
