import type { SupabaseClaims, SupabasePerson } from "@besunny/connectors/supabase/supabase-words";

import type { IdentityContext } from "../../context";
import { email } from "../contract";
import { accountEntry } from "../rules/account-entry";
import { refuseUnwanted } from "../rules/may-sign-up";

/**
 * Returns the account of a person of Supabase Auth, by issuer and subject. Makes one, with a workspace of its own, where the rules of sign-up allow and
 * the address is proven there. Returns null for an address that is not proven, or has an account: it links nobody.
 */
export async function accountOfSupabase(
  ctx: IdentityContext,
  { claims, person }: { claims: SupabaseClaims; person: SupabasePerson },
): Promise<string | null> {
  const { issuer, subject } = claims;
  const known = await ctx.db.identity.ssoIdentities.findExternal(issuer, subject);
  if (known) return known;
  const address = email.safeParse(person.email);
  if (!address.success || !person.isEmailProven) return null;
  refuseUnwanted(ctx.rules, address.data);
  return ctx.db.identity.transaction(async ({ users, access, ssoIdentities }) => {
    await users.reserveEmail(address.data);
    const again = await ssoIdentities.findExternal(issuer, subject);
    if (again) return again;
    if (await users.findByEmail(address.data)) return null;
    const name = person.name || address.data.split("@")[0] || address.data;
    const made = { email: address.data, name, passwordHash: null, emailProvenAt: ctx.clock() };
    const { id: userId } = await users.create(made);
    await ssoIdentities.linkExternal({ issuer, subject, userId });
    const { id: workspaceId } = await access.createWorkspace(name.slice(0, 120), userId);
    const about = { userId, subjects: [workspaceId] };
    const entry = accountEntry(ctx, { operation: "identity.check-supabase-token", ...about });
    await access.recordAudit({ workspaceId, ...entry });
    return userId;
  });
}
