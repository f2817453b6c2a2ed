import { z } from "zod";

import { identityOperation } from "../operation/identity";
import { secret } from "../operation/secret";
import { tokenHash } from "../token-hash";
import { apps, email, givenPassword, SignedIn } from "./contract";
import { askForFactor } from "./factors/ask-for-factor";
import { factorsOf, mustAsk } from "./factors/factors-of";
import { beginGuess } from "./rules/guesses";
import { failedSignIn, refuseUnwelcome } from "./rules/may-enter";
import { openSession } from "./rules/open-session";

const operation = "identity.sign-in";

/**
 * Checks address and password and opens a session. An unknown address costs the same time and answers the same. `device` is what the browser
 * got at an earlier sign-in; the one in the answer takes its place there. Throws `SECOND_FACTOR_NEEDED` if the account has a second factor.
 */
export const signIn = identityOperation("identity.sign-in", {
  title: "Sign in",
  input: z.object({
    email,
    password: givenPassword,
    app: z.enum(apps),
    device: secret(z.string().max(200)).nullish(),
  }),
  output: SignedIn,
  doors: ["web", "admin", "cli"],

  async handle(ctx, { email: address, password, app, device }) {
    const { users, devices } = ctx.db.identity;
    const user = await users.findCredentials({ email: address });
    const deviceHash = device ? tokenHash(device) : null;
    const deviceId = deviceHash && (await devices.find(deviceHash, user?.id ?? "nobody"));
    const wasRight = await beginGuess(ctx, { email: address, deviceId });

    const isRight = await ctx.passwords.verify(user?.passwordHash ?? decoy, password);
    if (!user?.passwordHash || !isRight) {
      const reason = "wrong password";
      throw failedSignIn(ctx, { operation, userId: user?.id ?? null, app, reason });
    }
    await wasRight();
    refuseUnwelcome(ctx, user, { operation, app });
    const { id: userId, name } = user;
    const factors = await factorsOf(ctx, userId, app);
    if (mustAsk(factors))
      throw await askForFactor(ctx, { userId, app, method: "password", factors });
    const way = { method: "password", hasSecondFactor: false } as const;
    const opened = await openSession(ctx, { userId, app, device, ...way, operation });
    return { user: { id: userId, name, email: user.email }, ...opened };
  },
});

/** An argon2id hash of no real password, with the same cost as real hashes. */
const decoy =
  "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$lrvVOQhCXKbP5mJtmDjVVVVVVVVVVVVVVVVVVVVVVVU";
