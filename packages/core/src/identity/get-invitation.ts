import { z } from "zod";

import { roles } from "../access/actions";
import { AppError } from "../errors";
import { identityOperation } from "../operation/identity";
import { tokenHash } from "../token-hash";
import { linkToken } from "./contract";
import { roleOf } from "./rules/role-of";

/**
 * Returns the invitation of a link before it is accepted: address, role and workspace. It does not show whether the address has an account.
 */
export const getInvitation = identityOperation("identity.get-invitation", {
  title: "Look at an invitation",
  input: z.object({ token: linkToken }),
  output: z.object({ email: z.string(), role: z.enum(roles), workspaceName: z.string() }),
  doors: ["web"],
  notAudited: "It reads.",

  async handle({ db, clock }, { token }) {
    const invitation = await db.identity.invitations.findOpen(tokenHash(token), clock());
    if (!invitation)
      throw new AppError("NOT_FOUND", "This invitation was used, revoked or has run out", {
        hint: "Ask the person who invited you for a new link.",
      });
    const { email, role, workspace } = invitation;
    return { email, role: roleOf(role), workspaceName: workspace.name };
  },
});
