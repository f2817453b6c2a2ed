import { z } from "zod";

import { personOf } from "../access/person-of";
import { notFound } from "../errors";
import { command } from "../operation/command";
import { nothing } from "../shapes";

/** Ends the link of the caller with a person of Slack. Clicks of that person count no more. */
export const unlinkMe = command("slack.unlink-me", {
  title: "End my link with Slack",
  permission: "notice.read",
  input: z.object({}),
  output: nothing,
  doors: ["web"],

  async handle({ slack, actor, changed }) {
    const { id } = personOf(actor);
    const before = (await slack.findLink(id)) ?? notFound("Link with Slack", id);
    await slack.removeLink(id);
    changed({ subject: id, before: { slackUser: before.slackUser }, after: { slackUser: null } });
  },
});
