import { z } from "zod";

import { AppError } from "../errors";
import { identityOperation } from "../operation";
import { email, newPassword, personName } from "./credentials";
import { limitAttempts } from "./limit-attempts";

/** A person with a workspace of their own. */
export const signUp = identityOperation({
  input: z.object({
    name: personName,
    email,
    password: newPassword,
    workspaceName: z.string().trim().min(1, "Name your workspace").max(120),
  }),

  async run(ctx, { name, email: address, password, workspaceName }) {
    await limitAttempts(ctx, { key: `sign-up/${ctx.ip}`, most: 20, windowSeconds: 3600 });
    const passwordHash = await ctx.passwords.hash(password);

    return ctx.db.identity.transaction(async ({ users, access }) => {
      await users.reserveEmail(address);
      if (await users.findByEmail(address))
        throw new AppError("DUPLICATE", "There is an account with this address", {
          hint: "Sign in instead.",
        });
      const user = await users.create({ email: address, name, passwordHash });
      const workspace = await access.createWorkspace(workspaceName, user.id);
      await access.recordAudit({
        workspaceId: workspace.id,
        actorKind: "user",
        actorId: user.id,
        action: "workspace.create",
        input: { name: workspaceName },
      });
      return { user, workspace };
    });
  },
});
