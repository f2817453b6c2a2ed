import { z } from "zod";

import { identityOperation } from "../operation/operation";
import { email } from "./contract";

/** Lets a person into the admin app. Only whoever runs the machine can reach it: no request leads here. */
export const makePlatformAdmin = identityOperation({
  input: z.object({ email }),
  run: async ({ db }, { email: address }) => ({
    found: await db.identity.users.makePlatformAdmin(address),
  }),
});
