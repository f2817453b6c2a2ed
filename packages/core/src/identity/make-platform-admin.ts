import { z } from "zod";

import { identityOperation } from "../operation/identity";
import { email } from "./contract";
import { accountEntry } from "./rules/account-entry";

/** Makes a person a platform admin. Only the operator of the machine can call it; no request leads here. */
export const makePlatformAdmin = identityOperation("identity.make-platform-admin", {
  title: "Make a person a platform admin",
  input: z.object({ email }),
  output: z.object({ found: z.boolean() }),
  doors: ["cli"],

  handle: (ctx, { email: address }) =>
    ctx.db.identity.transaction(async ({ users, access }) => {
      const isNew = await users.makePlatformAdmin(address);
      const user = await users.findByEmail(address);
      if (!user) return { found: false };
      if (isNew) {
        const isAdmin = (isPlatformAdmin: boolean) => ({ isPlatformAdmin });
        const changes = [{ subject: user.id, before: isAdmin(false), after: isAdmin(true) }];
        const operation = "identity.make-platform-admin";
        const about = { operation, userId: user.id, changes, actor: "nobody" } as const;
        await access.recordAccountAudit(user.id, accountEntry(ctx, about));
      }
      return { found: true };
    }),
});
