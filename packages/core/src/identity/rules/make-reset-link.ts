import { randomBytes } from "node:crypto";

import type { IdentityContext } from "../../context";
import { languageOf } from "../../language";
import { tokenHash } from "../../token-hash";
import { accountEntry } from "./account-entry";

const VALID_MS = 30 * 60_000;

/** Creates a link to choose a new password, valid for half an hour and in place of all before, and records it. Returns null if the address has no account. */
export function makeResetLink(
  ctx: IdentityContext,
  address: string,
  operation: "identity.request-password-reset" | "identity.make-password-reset",
) {
  return ctx.db.identity.transaction(async ({ users, passwordResets, access }) => {
    const user = await users.findByEmail(address);
    if (!user) return null;
    const { id: userId, email } = user;
    const token = randomBytes(24).toString("base64url");
    const expiresAt = new Date(ctx.clock().getTime() + VALID_MS);
    await passwordResets.closeAll(userId, ctx.clock());
    await passwordResets.create({ userId, tokenHash: tokenHash(token), expiresAt });
    const entry = accountEntry(ctx, { operation, userId, actor: "nobody" });
    await access.recordAccountAudit(userId, entry);
    const language = languageOf(user.language) ?? ctx.language;
    return { email, token, expiresAt, language };
  });
}
