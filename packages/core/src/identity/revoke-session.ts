import { z } from "zod";

import { identityOperation } from "../operation/identity";
import { nothing } from "../shapes";
import { endSession } from "./rules/end-session";

/** Ends another session of the person. Throws `CONFLICT` if it has ended already. */
export const revokeSession = identityOperation("identity.revoke-session", {
  title: "End a session",
  input: z.object({ userId: z.string(), id: z.string() }),
  output: nothing,
  doors: ["web"],
  handle: (ctx, input) => endSession(ctx, input, "identity.revoke-session"),
});
