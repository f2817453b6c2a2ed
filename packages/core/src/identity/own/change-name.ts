import { z } from "zod";

import { notFound } from "../../errors";
import { identityOperation } from "../../operation/identity";
import { nothing } from "../../shapes";
import { accountEntry } from "../rules/account-entry";

/** Changes the name under which a person is seen in every workspace. */
export const changeName = identityOperation("identity.change-name", {
  title: "Change your name",
  input: z.object({ userId: z.string(), name: z.string().trim().min(1).max(120) }),
  output: nothing,
  doors: ["web"],

  handle: (ctx, { userId, name }) =>
    ctx.db.identity.transaction(async ({ users, access }) => {
      const user = (await users.find(userId)) ?? notFound("Account", userId);
      await users.rename(userId, name);
      const changes = [{ subject: userId, before: { name: user.name }, after: { name } }];
      const entry = accountEntry(ctx, { operation: "identity.change-name", userId, changes });
      await access.recordAccountAudit(userId, entry);
    }),
});
