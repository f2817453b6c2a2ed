import { z } from "zod";

import { AppError } from "../../errors";
import { identityOperation } from "../../operation/identity";
import { nothing } from "../../shapes";
import { tokenHash } from "../../token-hash";
import { linkToken } from "../contract";
import { mailedSince } from "./mailed-since";

/**
 * Stops all mails about notices of one workspace, by the link of any of them. The notices stay in the inbox. Throws `NOT_FOUND` if the link
 * is unknown or older than 90 days.
 */
export const stopMails = identityOperation("identity.stop-mails", {
  title: "Stop mails about notices",
  input: z.object({ token: linkToken }),
  output: nothing,
  doors: ["web"],
  notAudited: "It changes only the notices of its caller.",

  handle: ({ db, clock }, { token }) =>
    db.identity.transaction(async ({ mailSubscriptions }) => {
      const found = await mailSubscriptions.find(tokenHash(token), mailedSince(clock()));
      if (!found)
        throw new AppError("NOT_FOUND", "This link does not work any more", {
          hint: "Choose how you are notified in the settings.",
        });
      const { workspaceId, userId } = found;
      await mailSubscriptions.stop({ workspaceId, userId });
    }),
});
