import { z } from "zod";

import { conflict, notFound } from "../../errors";
import { identityOperation } from "../../operation/identity";
import { nothing } from "../../shapes";
import { accountEntry } from "../rules/account-entry";
import { tellOfChange } from "../rules/tell-of-change";
import { ofSession } from "./contract";
import { dropIdleCodes } from "./drop-idle-codes";

/** Removes a passkey. The last one stays if the person has no password: nothing else opens the account. */
export const removePasskey = identityOperation("identity.remove-passkey", {
  title: "Remove a passkey",
  input: ofSession.extend({ id: z.string() }),
  output: nothing,
  doors: ["web", "admin"],
  stepUp: true,

  async handle(ctx, { userId, id }) {
    await ctx.db.identity.transaction(async (repositories) => {
      const { users, passkeys, access } = repositories;
      await passkeys.lock(userId);
      const kept = (await passkeys.list(userId)).filter((key) => key.id !== id);
      const user = await users.findCredentials({ id: userId });
      if (!(await passkeys.remove(userId, id))) notFound("Passkey", id);
      if (!user?.passwordHash && kept.length === 0)
        conflict(
          "This is your only way to sign in",
          "Add another passkey, or choose a password first.",
        );
      await dropIdleCodes(repositories, userId);
      const about = { userId, subjects: [id] };
      const entry = accountEntry(ctx, { operation: "identity.remove-passkey", ...about });
      await access.recordAccountAudit(userId, entry);
    });
    tellOfChange(ctx, userId, "passkeyRemoved");
  },
});
