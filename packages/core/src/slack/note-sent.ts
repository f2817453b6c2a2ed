import { z } from "zod";

import { personOf } from "../access/person-of";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { slackTroubles } from "./contract/slack";

/** Notes what Slack said to a notice: it has it, or it is asked again from `blockedUntil` on. */
export const noteSent = command("slack.note-sent", {
  title: "Note what Slack said to a notice",
  permission: "notice.read",
  input: z.object({
    /** Null: the notice waits. */
    noticeId: z.string().nullable(),
    trouble: z.enum(slackTroubles).nullable(),
    blockedUntil: z.date().nullable(),
  }),
  output: nothing,
  doors: [],
  audit: { notAudited: "It notes a delivery to its caller." },

  async handle({ slack, notices, actor, clock }, { noticeId, trouble, blockedUntil }) {
    if (noticeId) await notices.markSent(personOf(actor).id, noticeId, clock());
    await slack.noteTrouble(trouble, blockedUntil);
  },
});
