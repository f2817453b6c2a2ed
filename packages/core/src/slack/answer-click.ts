import { z } from "zod";
import { decideApproval } from "../automations/approvals/decide-approval";
import { getApproval } from "../automations/approvals/get-approval";
import type { Approval } from "../automations/contract/approval";
import { AppError } from "../errors";
import { approvalId } from "../ids";
import { languages } from "../language";
import type { Caller } from "../operation/caller";
import { flow } from "../operation/flow";
import { nothing } from "../shapes";
import { slackButtons } from "../slack-words";
import { approvalMessage } from "./contract/messages";
import { Place, tokenOf } from "./contract/slack";
import { findSlack } from "./find-slack";

const Asked = z.object({ id: approvalId, seen: z.string().max(40) });

/**
 * Answers a click of a linked person on a button of a question. The message then says what is decided. A click that comes late, twice or
 * from somebody who is not asked changes nothing, and its person is shown why.
 */
export const answerClick = flow("slack.answer-click", {
  title: "Answer a click in Slack",
  permission: "approval.decide",
  input: z.object({
    action: z.string().max(100),
    value: z.string().max(2_000),
    place: Place,
    responseUrl: z.string().max(1_000),
    webUrl: z.string(),
    language: z.enum(languages),
  }),
  output: nothing,
  doors: ["rest"],
  uses: ["slack", "sealer"],
  audit: { notAudited: "Answering the question records it." },

  async handle({ caller, workspaceId, slack, sealer }, given) {
    const { action, value, place, responseUrl, webUrl, language } = given;
    const vote =
      action === slackButtons.approve
        ? "approve"
        : action === slackButtons.reject
          ? "reject"
          : null;
    const asked = Asked.safeParse(parsed(value)).data;
    if (!vote || !asked) return;
    const { approval, problem } = await decided(caller, { ...asked, vote });
    const { sealed } = await findSlack(caller, {});
    if (approval && sealed) {
      const token = sealer.open(sealed, tokenOf(workspaceId));
      await slack.update(token, place, approvalMessage(approval, { webUrl, language }));
    }
    if (problem) await slack.respond(responseUrl, problem);
  },
});

type Vote = { id: string; seen: string; vote: "approve" | "reject" };

/** Returns the question as it is after the click, and why the click did not count. */
async function decided(
  caller: Caller,
  { id, seen, vote }: Vote,
): Promise<{ approval: Approval | null; problem: string | null }> {
  try {
    return { approval: await decideApproval(caller, { id, seen, vote }), problem: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const problem = [error.message, error.hint].filter(Boolean).join(". ");
    return { approval: await getApproval(caller, { id }).catch(() => null), problem };
  }
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}
