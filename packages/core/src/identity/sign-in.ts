import { z } from "zod";

import { AppError } from "../errors";
import { identityOperation } from "../operation";
import { email, givenPassword } from "./credentials";
import { limitAttempts } from "./limit-attempts";

const DAYS_VALID = 30;

/** Checks address and password and opens a session. An unknown address costs the same time and says the same. */
export const signIn = identityOperation({
  input: z.object({ email, password: givenPassword, app: z.enum(["web", "admin"]) }),

  async run(ctx, { email: address, password, app }) {
    const { db, passwords, clock, ip, userAgent } = ctx;
    const key = `sign-in/${address}`;
    await limitAttempts(ctx, { key: `sign-in-from/${ip}`, most: 100, windowSeconds: 900 });
    await limitAttempts(ctx, { key, most: 10, windowSeconds: 900 });

    const user = await db.identity.users.findCredentials({ email: address });
    const isRight = await passwords.verify(user?.passwordHash ?? decoy, password);
    if (!user?.passwordHash || !isRight)
      throw new AppError("UNAUTHENTICATED", "Address or password is wrong", {
        hint: "Check both and try again.",
      });
    if (app === "admin" && !user.isPlatformAdmin)
      throw new AppError("FORBIDDEN", "This account is no platform admin", {
        hint: "Use the web app, or ask whoever runs BeSunny.",
      });

    await db.identity.attempts.clear(key);
    const session = await db.identity.sessions.create({
      userId: user.id,
      app,
      ip,
      userAgent: userAgent.slice(0, 300),
      expiresAt: new Date(clock().getTime() + DAYS_VALID * 86_400_000),
    });
    const { id, name } = user;
    return { user: { id, name, email: user.email }, sessionId: session.id };
  },
});

/** An argon2id hash of nothing anybody has, with the same cost as the real ones. */
const decoy =
  "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$lrvVOQhCXKbP5mJtmDjVVVVVVVVVVVVVVVVVVVVVVVU";
