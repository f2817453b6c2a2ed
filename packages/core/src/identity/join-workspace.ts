import { z } from "zod";

import { AppError } from "../errors";
import { identityOperation } from "../operation/identity";
import { Joined, linkToken } from "./contract";
import { joinByInvitation, openInvitation } from "./rules/join-by-invitation";

/** Makes a signed-in person a member of the workspace. Throws `FORBIDDEN` if the invitation is for another address. */
export const joinWorkspace = identityOperation("identity.join-workspace", {
  title: "Join a workspace",
  input: z.object({ token: linkToken, userId: z.string() }),
  output: Joined,
  doors: ["web"],

  async handle(ctx, { token, userId }) {
    const invitation = await openInvitation(ctx, token);
    const user = await ctx.db.identity.users.find(userId);
    if (user?.email !== invitation.email)
      throw new AppError("FORBIDDEN", "This invitation is for another address", {
        hint: `Sign out, and sign in as ${invitation.email}.`,
      });
    const operation = "identity.join-workspace";
    return ctx.db.identity.transaction((repositories) =>
      joinByInvitation(ctx, repositories, { invitation, userId, operation }),
    );
  },
});
