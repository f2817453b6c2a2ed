import { z } from "zod";

import { notFound } from "../../errors";
import { languages } from "../../language";
import { identityOperation } from "../../operation/identity";
import { nothing } from "../../shapes";
import { accountEntry } from "../rules/account-entry";

/** Changes the language in which a person reads the interface and mails. Null leaves the choice to their browser. */
export const changeLanguage = identityOperation("identity.change-language", {
  title: "Change your language",
  input: z.object({ userId: z.string(), language: z.enum(languages).nullable() }),
  output: nothing,
  doors: ["web"],

  handle: (ctx, { userId, language }) =>
    ctx.db.identity.transaction(async ({ users, access }) => {
      const user = (await users.find(userId)) ?? notFound("Account", userId);
      await users.changeLanguage(userId, language);
      const before = { language: user.language };
      const changes = [{ subject: userId, before, after: { language } }];
      const entry = accountEntry(ctx, { operation: "identity.change-language", userId, changes });
      await access.recordAccountAudit(userId, entry);
    }),
});
