import type { IdentityContext } from "../../context";
import { AppError, conflict } from "../../errors";
import { accountEntry } from "./account-entry";
import { beginGuess } from "./guesses";

type Confirmation = {
  /** The operation that asks for the password again. */
  operation: `identity.${string}`;
  userId: string;
  password: string;
  /** The field of the form that holds it. */
  path: string;
};

/** Tests the password of a person who is signed in and returns the account. Counts the guess; a wrong one is recorded and refused at its field. */
export async function confirmPassword(
  ctx: IdentityContext,
  { operation, userId, password, path }: Confirmation,
) {
  const wasRight = await beginGuess(ctx, { userId });
  const user = await ctx.db.identity.users.findCredentials({ id: userId });
  if (user && !user.passwordHash)
    conflict("Your account has no password", "Choose one with the link of “Forgot password?”.");
  const isRight = user?.passwordHash && (await ctx.passwords.verify(user.passwordHash, password));
  if (!isRight) {
    const error = new AppError("INVALID_INPUT", "The current password is wrong", {
      errors: [{ path, message: "This is not your password" }],
    });
    const about = { userId, details: { reason: "wrong password" }, error };
    const entry = accountEntry(ctx, { operation, ...about });
    await ctx.db.identity.access.recordAccountAudit(userId, entry);
    throw error;
  }
  await wasRight();
  return user;
}
