import { randomBytes } from "node:crypto";

import { z } from "zod";

import { personOf } from "../access/person-of";
import { AppError, conflict, invalidInput, notFound } from "../errors";
import { languages } from "../language";
import { flow } from "../operation/flow";
import { nothing } from "../shapes";
import { tokenHash } from "../token-hash";
import { linkMessage } from "./contract/messages";
import { tokenOf } from "./contract/slack";
import { findMyAddress } from "./find-my-address";
import { findSlack } from "./find-slack";
import { keepLink } from "./keep-link";

/**
 * Begins to link the caller with a person of Slack: the one with the same address, or the one that is named. That person is asked in Slack, and the
 * link counts once they have confirmed it there.
 */
export const beginLinking = flow("slack.begin-linking", {
  title: "Link myself with Slack",
  permission: "notice.read",
  input: z.object({
    slackUser: z
      .string()
      .trim()
      .regex(
        /^[UW][A-Z0-9]{2,30}$/,
        "Give the member ID of your profile in Slack, such as U012AB3CD",
      )
      .nullable(),
    language: z.enum(languages),
  }),
  output: nothing,
  doors: ["web"],
  uses: ["slack", "sealer"],
  audit: { notAudited: "Keeping the link records it." },

  async handle({ caller, actor, workspaceId, slack, sealer }, { slackUser: given, language }) {
    const { name } = personOf(actor);
    const { sealed, workspaceName } = await findSlack(caller, {});
    if (!sealed) notFound("Slack of the workspace", workspaceId);
    const token = sealer.open(sealed, tokenOf(workspaceId));
    const slackUser = given ?? (await byAddress());
    const code = randomBytes(24).toString("base64url");
    await keepLink(caller, { slackUser, codeHash: tokenHash(code) });
    const message = linkMessage({ name, workspaceName, code }, language);
    const posted = await slack.post(token, slackUser, message);
    if (posted.trouble === "no-user")
      invalidInput("Slack knows nobody by this ID", [
        { path: "slackUser", message: "Copy the member ID of your profile in Slack" },
      ]);
    if (posted.trouble !== null) unreachable(posted.said);

    async function byAddress(): Promise<string> {
      const { email } = await findMyAddress(caller, {});
      const found = await slack.findUser(token, email);
      if (found.trouble === null) return found.value;
      if (found.trouble !== "no-user") unreachable(found.said);
      return conflict(
        `Nobody in Slack has the address ${email}`,
        "Give the member ID of your profile in Slack.",
      );
    }
  },
});

function unreachable(said: string): never {
  throw new AppError("PROVIDER_UNAVAILABLE", `Slack answered: ${said}`, {
    hint: "Try again later.",
  });
}
