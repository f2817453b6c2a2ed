import { z } from "zod";

import { languages } from "../language";
import { flow } from "../operation/flow";
import { count } from "../shapes";
import { approvalMessage, noticeMessage } from "./contract/messages";
import { tokenOf } from "./contract/slack";
import { findSlack } from "./find-slack";
import { listUnsent } from "./list-unsent";
import { noteSent } from "./note-sent";

const MINUTES_DOWN = 5;

/**
 * Sends the caller's notices to them in Slack, each as they may see it now. While Slack is down or limits us, notices wait. A notice that Slack
 * refuses stays in the inbox alone.
 */
export const tellPerson = flow("slack.tell-person", {
  title: "Send notices to Slack",
  permission: "notice.read",
  input: z.object({ webUrl: z.string(), language: z.enum(languages) }),
  output: z.object({ sent: count }),
  doors: [],
  uses: ["slack", "sealer"],
  audit: { notAudited: "It sends notices to its caller alone." },

  async handle({ caller, workspaceId, slack, sealer, clock }, around) {
    const { sealed, mine } = await findSlack(caller, {});
    if (!sealed || !mine?.isProven) return { sent: 0 };
    const token = sealer.open(sealed, tokenOf(workspaceId));
    let sent = 0;
    for (const { notice, approval } of await listUnsent(caller, {})) {
      const message = approval ? approvalMessage(approval, around) : noticeMessage(notice, around);
      const answer = await slack.post(token, mine.slackUser, message);
      if (answer.trouble === null) {
        await noteSent(caller, { noticeId: notice.id, trouble: null, blockedUntil: null });
        sent += 1;
        continue;
      }
      const { trouble, retryAfterSeconds } = answer;
      const seconds = retryAfterSeconds ?? MINUTES_DOWN * 60;
      const waits = trouble === "limited" || trouble === "down";
      await noteSent(caller, {
        noticeId: waits || trouble === "revoked" ? null : notice.id,
        trouble: trouble === "no-user" ? null : trouble,
        blockedUntil: waits ? new Date(clock().getTime() + seconds * 1000) : null,
      });
      if (waits || trouble === "revoked") break;
    }
    return { sent };
  },
});
