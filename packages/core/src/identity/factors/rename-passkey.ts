import { z } from "zod";

import { notFound } from "../../errors";
import { identityOperation } from "../../operation/identity";
import { nothing } from "../../shapes";
import { accountEntry } from "../rules/account-entry";
import { passkeyName } from "./contract";

/** Renames a passkey of the person. */
export const renamePasskey = identityOperation("identity.rename-passkey", {
  title: "Rename a passkey",
  input: z.object({ userId: z.string(), id: z.string(), name: passkeyName }),
  output: nothing,
  doors: ["web", "admin"],

  handle: (ctx, { userId, id, name }) =>
    ctx.db.identity.transaction(async ({ passkeys, access }) => {
      if (!(await passkeys.rename(userId, id, name))) notFound("Passkey", id);
      const about = { userId, subjects: [id], details: { name } };
      const entry = accountEntry(ctx, { operation: "identity.rename-passkey", ...about });
      await access.recordAccountAudit(userId, entry);
    }),
});
