import { z } from "zod";

import { personOf } from "../access/person-of";
import { oneOf } from "../one-of";
import { query } from "../operation/query";
import { Sealed, SlackState, slackTroubles } from "./contract/slack";

/** Returns the Slack of the workspace with its sealed token, and the caller's own link. */
export const findSlack = query("slack.find-slack", {
  title: "Find the Slack of the workspace",
  permission: "notice.read",
  input: z.object({}),
  output: SlackState.extend({
    sealed: Sealed.nullable(),
    workspaceName: z.string(),
  }),
  doors: [],

  async handle({ slack, workspaces, actor }) {
    const install = await slack.findInstall();
    const link = await slack.findLink(personOf(actor).id);
    return {
      install: install && {
        teamName: install.teamName,
        trouble: install.trouble === null ? null : oneOf(slackTroubles, install.trouble),
        installedByName: install.installedBy?.name ?? null,
        createdAt: install.createdAt,
      },
      mine: link && { slackUser: link.slackUser, isProven: link.provenAt !== null },
      sealed: install?.sealedToken ?? null,
      workspaceName: (await workspaces.current()).name,
    };
  },
});
