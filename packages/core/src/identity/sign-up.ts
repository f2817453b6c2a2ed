import { z } from "zod";

import type { IdentityContext } from "../context";
import { AppError } from "../errors";
import { identityOperation } from "../operation/operation";
import { countedAddress } from "./rules/counted-address";
import { email, newPassword, personName } from "./contract";
import { limitAttempts } from "./rules/limit-attempts";
import { refuseUnwanted } from "./rules/may-sign-up";
import { refuseWeakPassword } from "./rules/weak-password";

export const signUpInput = z.object({
  name: personName,
  email,
  password: newPassword,
  workspaceName: z.string().trim().min(1, "Name your workspace").max(120),
});

/** A person with a workspace of their own, at once: the address is not proven. Where mails can be sent, see `requestSignUp`. */
export const signUp = identityOperation({
  input: signUpInput,

  async run(ctx, { password, ...person }) {
    await checkSignUp(ctx, { password, ...person });
    const passwordHash = await ctx.passwords.hash(password);
    return createAccount(ctx, { ...person, passwordHash });
  },
});

/** What is asked of everybody who signs up, before their address is looked for. */
export async function checkSignUp(
  ctx: IdentityContext,
  { password, ...person }: z.output<typeof signUpInput>,
): Promise<void> {
  refuseUnwanted(ctx.rules, person.email);
  refuseWeakPassword(password, person);
  const key = `sign-up/${countedAddress(ctx.ip)}`;
  await limitAttempts(ctx, { key, most: 10, windowSeconds: 3600 });
}

type NewPerson = { name: string; email: string; passwordHash: string; workspaceName: string };

/** The account and its workspace; refused where the address has one already. */
export function createAccount(
  ctx: IdentityContext,
  { name, email: address, passwordHash, workspaceName }: NewPerson,
) {
  return ctx.db.identity.transaction(async ({ users, access, signUpRequests }) => {
    await users.reserveEmail(address);
    if (await users.findByEmail(address))
      throw new AppError("DUPLICATE", "There is an account with this address", {
        hint: "Sign in instead.",
      });
    await signUpRequests.removeAll(address);
    const user = await users.create({ email: address, name, passwordHash });
    const workspace = await access.createWorkspace(workspaceName, user.id);
    await access.recordAudit({
      workspaceId: workspace.id,
      actorKind: "user",
      actorId: user.id,
      action: "workspace.create",
      input: { name: workspaceName, ip: ctx.ip, userAgent: ctx.userAgent.slice(0, 300) },
    });
    return { user, workspace };
  });
}
