import { z } from "zod";

import { personOf } from "../access/person-of";
import { command } from "../operation/command";
import { nothing } from "../shapes";

const MINUTES = 30;

/** Keeps which person of Slack the caller says to be, until that person confirms it there. */
export const keepLink = command("slack.keep-link", {
  title: "Keep a link with Slack that is to be confirmed",
  permission: "notice.read",
  input: z.object({ slackUser: z.string(), codeHash: z.string() }),
  output: nothing,
  doors: [],

  async handle({ slack, actor, clock, changed }, { slackUser, codeHash }) {
    const { id } = personOf(actor);
    const before = await slack.findLink(id);
    const codeUntil = new Date(clock().getTime() + MINUTES * 60_000);
    await slack.putLink(id, { slackUser, codeHash, codeUntil });
    const shown = { slackUser: before?.slackUser ?? null, isProven: before?.provenAt != null };
    changed({ subject: id, before: shown, after: { slackUser, isProven: false } });
  },
});
