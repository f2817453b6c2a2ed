import { z } from "zod";

import { identityOperation } from "../../operation/identity";
import { secret } from "../../operation/secret";
import { tokenHash } from "../../token-hash";

/** Finds the workspace in which a person began a consent that they come back from, and uses the consent up. Null if it is unknown, used or too old. */
export const useConsent = identityOperation("identity.use-consent", {
  title: "Come back from a consent",
  input: z.object({ state: secret(z.string().max(200)) }),
  output: z
    .object({
      workspaceId: z.string(),
      userId: z.string(),
      sessionId: z.string(),
      returnTo: z.string(),
    })
    .nullable(),
  doors: ["web"],
  notAudited: "Keeping the connection records it.",
  handle: ({ db, clock }, { state }) =>
    db.identity.returningConsents.use(tokenHash(state), clock()),
});
