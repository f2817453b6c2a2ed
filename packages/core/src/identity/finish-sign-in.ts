import { z } from "zod";
import { countedAddress } from "../counted-address";
import { AppError } from "../errors";
import { identityOperation } from "../operation/identity";
import { secret } from "../operation/secret";
import { tokenHash } from "../token-hash";
import { apps, SignedIn, sessionMethods } from "./contract";
import { challengeOf } from "./factors/ask-for-factor";
import { factorProof } from "./factors/contract";
import { proveFactor } from "./factors/prove-factor";
import { limitAttempts } from "./rules/limit-attempts";
import { refuseUnwelcome } from "./rules/may-enter";
import { openSession } from "./rules/open-session";

const operation = "identity.finish-sign-in";

/** Opens a session after the right password, with a second factor. The token counts once, for ten minutes and five tries. */
export const finishSignIn = identityOperation("identity.finish-sign-in", {
  title: "Complete a sign-in with a second factor",
  input: factorProof.extend({
    app: z.enum(apps),
    token: secret(z.string().max(100)),
    device: secret(z.string().max(200)).nullish(),
  }),
  output: SignedIn,
  doors: ["web", "admin"],

  async handle(ctx, { app, token, device, ...proof }) {
    const key = `factor/${countedAddress(ctx.ip)}`;
    await limitAttempts(ctx, { key, most: 60, windowSeconds: 900 });
    const { challenges, users } = ctx.db.identity;
    const now = ctx.clock();
    const waiting = await challenges.begin(tokenHash(token), "second-factor", now);
    if (!waiting?.userId || waiting.app !== app) throw tooLate();
    const { userId } = waiting;
    const challenge = challengeOf(token);
    const way = await proveFactor(ctx, { operation, userId, app, proof, challenge });
    const user = await users.findCredentials({ id: userId });
    if (!user || !(await challenges.use(waiting.id, now))) throw tooLate();
    refuseUnwelcome(ctx, user, { operation, app });
    const method = z.enum(sessionMethods).parse(waiting.method);
    const opening = { userId, app, device, method, hasSecondFactor: true, operation } as const;
    const opened = await openSession(ctx, { ...opening, details: { way } });
    return { user: { id: userId, name: user.name, email: user.email }, ...opened };
  },
});

function tooLate(): AppError {
  return new AppError("UNAUTHENTICATED", "This sign-in has run out, or was tried too often", {
    hint: "Sign in again.",
  });
}
