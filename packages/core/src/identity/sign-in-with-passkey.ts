import { z } from "zod";
import { countedAddress } from "../counted-address";
import { identityOperation } from "../operation/identity";
import { secret } from "../operation/secret";
import { tokenHash } from "../token-hash";
import { apps, SignedIn } from "./contract";
import { passkeyAnswer } from "./factors/contract";
import { challengeIn, verifyPasskey } from "./factors/web-authn";
import { limitAttempts } from "./rules/limit-attempts";
import { failedSignIn, refuseUnwelcome } from "./rules/may-enter";
import { openSession } from "./rules/open-session";

const operation = "identity.sign-in-with-passkey";

/** Opens a session for the person of a passkey. The device has verified its owner, so the passkey counts as two factors. */
export const signInWithPasskey = identityOperation("identity.sign-in-with-passkey", {
  title: "Sign in with a passkey",
  input: z.object({
    app: z.enum(apps),
    answer: passkeyAnswer,
    device: secret(z.string().max(200)).nullish(),
  }),
  output: SignedIn,
  doors: ["web", "admin"],

  async handle(ctx, { app, answer, device }) {
    const key = `passkey/${countedAddress(ctx.ip)}`;
    await limitAttempts(ctx, { key, most: 60, windowSeconds: 900 });
    const { challenges, users } = ctx.db.identity;
    const now = ctx.clock();
    const challenge = challengeIn(answer);
    const waiting = await challenges.begin(tokenHash(challenge), "sign-in", now);
    const isOurs = waiting?.app === app && (await challenges.use(waiting.id, now));
    const found = isOurs && (await verifyPasskey(ctx, { app, answer, challenge, userId: null }));
    const user = found && (await users.findCredentials({ id: found.userId }));
    if (!user) throw failedSignIn(ctx, { operation, userId: null, app, reason: "wrong passkey" });
    refuseUnwelcome(ctx, user, { operation, app });
    const { id: userId, name, email } = user;
    const way = { method: "passkey", hasSecondFactor: true } as const;
    const opened = await openSession(ctx, { userId, app, device, ...way, operation });
    return { user: { id: userId, name, email }, ...opened };
  },
});
