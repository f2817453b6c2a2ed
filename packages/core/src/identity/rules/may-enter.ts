import type { IdentityContext } from "../../context";
import { AppError, suspended } from "../../errors";
import type { App } from "../contract";
import { accountEntry } from "./account-entry";
import { later } from "./later";

const refusals = {
  "wrong password": () =>
    new AppError("UNAUTHENTICATED", "Address or password is wrong", {
      hint: "Check both and try again.",
    }),
  "wrong passkey": () =>
    new AppError("UNAUTHENTICATED", "This passkey was not accepted", {
      hint: "Try again, or sign in with your password.",
    }),
  suspended: () => suspended("This account is suspended"),
  "no platform admin": () =>
    new AppError("FORBIDDEN", "This account is no platform admin", {
      hint: "Use the web app, or ask the person who runs BeSunny.",
    }),
};

type Failure = {
  operation: `identity.${string}`;
  userId: string | null;
  app: App;
  reason: keyof typeof refusals;
};

/** Throws for a person who has proven who they are and may still not enter this app. */
export function refuseUnwelcome(
  ctx: IdentityContext,
  user: { id: string; suspendedAt: Date | null; isPlatformAdmin: boolean },
  { operation, app }: Pick<Failure, "operation" | "app">,
): void {
  const about = { operation, userId: user.id, app };
  if (user.suspendedAt) throw failedSignIn(ctx, { ...about, reason: "suspended" });
  if (app === "admin" && !user.isPlatformAdmin)
    throw failedSignIn(ctx, { ...about, reason: "no platform admin" });
}

/**
 * Records a failed sign-in and returns its error. Neither log names an address that has no account: people type passwords into the wrong
 * field. The row comes after the answer, so that the time shows no account.
 */
export function failedSignIn(
  ctx: IdentityContext,
  { operation, userId, app, reason }: Failure,
): AppError {
  const error = refusals[reason]();
  ctx.log.warn({ userId, door: app, reason, ip: ctx.ip }, "sign-in failed");
  if (userId) {
    const about = { operation, userId, details: { app, reason }, error } as const;
    later(ctx, "recording a failed sign-in", () =>
      ctx.db.identity.access.recordAccountAudit(userId, accountEntry(ctx, about)),
    );
  }
  return error;
}
