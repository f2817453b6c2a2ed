import { z } from "zod";

import { identityOperation } from "../../operation/identity";
import { nothing } from "../../shapes";

/**
 * Takes in what a provider sends to the address of the whole app, once it is proven that the provider sent it. It names accounts, and only lets their sources be
 * looked at.
 */
export const receiveAppHook = identityOperation("identity.receive-app-hook", {
  title: "Receive a call of a provider for its app",
  input: z.object({
    provider: z.enum(["dropbox", "google"]),
    accounts: z.array(z.string().max(300)).max(10_000),
  }),
  output: nothing,
  doors: ["rest"],
  notAudited: "The look that follows is the record.",

  async handle({ db, clock }, { provider, accounts }) {
    if (accounts.length > 0)
      await db.identity.incomingHooks.raiseAccounts(provider, accounts, clock());
  },
});
