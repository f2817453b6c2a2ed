import type { IdentityContext } from "../../context";
import { countedAddress } from "../../counted-address";
import { AppError } from "../../errors";
import type { SignUpInput } from "../contract";
import { accountEntry } from "./account-entry";
import { limitAttempts } from "./limit-attempts";
import { refuseUnwanted } from "./may-sign-up";
import { refuseWeakPassword } from "./weak-password";

/** Throws for a sign-up that the rules do not allow, a weak password or too many tries, before the address is looked up. */
export async function checkSignUp(
  ctx: IdentityContext,
  { password, ...person }: SignUpInput,
): Promise<void> {
  refuseUnwanted(ctx.rules, person.email);
  refuseWeakPassword(password, person);
  const key = `sign-up/${countedAddress(ctx.ip)}`;
  await limitAttempts(ctx, { key, most: 10, windowSeconds: 3600 });
}

type NewPerson = { name: string; email: string; passwordHash: string; workspaceName: string };

/** Creates the account and its workspace, and records the sign-up there. Throws `DUPLICATE` if the address has an account. */
export function createAccount(
  ctx: IdentityContext,
  { name, email, passwordHash, workspaceName }: NewPerson,
  operation: "identity.sign-up" | "identity.confirm-sign-up",
) {
  return ctx.db.identity.transaction(async ({ users, access, signUpRequests }) => {
    await users.reserveEmail(email);
    if (await users.findByEmail(email))
      throw new AppError("DUPLICATE", "There is an account with this address", {
        hint: "Sign in instead.",
      });
    await signUpRequests.removeAll(email);
    const user = await users.create({ email, name, passwordHash });
    const workspace = await access.createWorkspace(workspaceName, user.id);
    const { id: workspaceId } = workspace;
    const about = { userId: user.id, subjects: [workspaceId], details: { name: workspaceName } };
    await access.recordAudit({ workspaceId, ...accountEntry(ctx, { operation, ...about }) });
    return { user, workspace };
  });
}
