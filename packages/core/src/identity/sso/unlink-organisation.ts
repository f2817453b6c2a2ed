import { z } from "zod";
import { conflict, notFound } from "../../errors";
import { identityOperation } from "../../operation/identity";
import { nothing } from "../../shapes";
import { ofSession } from "../factors/contract";
import { accountEntry } from "../rules/account-entry";

/** Ends the link to an organisation's account. Refuses a person who has no other way to sign in. */
export const unlinkOrganisation = identityOperation("identity.unlink-organisation", {
  title: "Unlink an organisation",
  input: ofSession.extend({ id: z.string() }),
  output: nothing,
  doors: ["web"],
  stepUp: true,

  handle: (ctx, { userId, id }) =>
    ctx.db.identity.transaction(async ({ users, passkeys, ssoIdentities, access }) => {
      const user = await users.findCredentials({ id: userId });
      if (!user?.passwordHash && (await passkeys.list(userId)).length === 0)
        conflict("This is your only way to sign in", "Add a passkey or choose a password first.");
      if (!(await ssoIdentities.unlink(userId, id))) notFound("Link", id);
      const about = { userId, subjects: [id] };
      const entry = accountEntry(ctx, { operation: "identity.unlink-organisation", ...about });
      await access.recordAccountAudit(userId, entry);
    }),
});
