import { z } from "zod";

import { identityOperation } from "../operation/identity";
import { nothing } from "../shapes";
import { endSession } from "./rules/end-session";

/** Ends the session of the caller. Throws `CONFLICT` if it has ended already. */
export const signOut = identityOperation("identity.sign-out", {
  title: "Sign out",
  input: z.object({ userId: z.string(), id: z.string() }),
  output: nothing,
  doors: ["web", "admin"],
  handle: (ctx, input) => endSession(ctx, input, "identity.sign-out"),
});
