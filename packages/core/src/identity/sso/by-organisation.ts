import type { Proven } from "@besunny/db/identity/sso/sso-attempts";

import type { IdentityContext } from "../../context";
import { accountEntry } from "../rules/account-entry";
import type { Organisation } from "./organisation";
import { SsoProblem } from "./sso-problem";

type Own = { organisation: Organisation; proven: Proven; userId: string; sessionId: string };

const operation = "identity.open-sso";

/** Links the person who is signed in to the subject of the issuer. Refuses a subject that somebody else is linked to. */
export async function linkToOrganisation(
  ctx: IdentityContext,
  { organisation, proven, userId, sessionId }: Own,
): Promise<void> {
  const { id: connectionId, workspaceId, name } = organisation;
  const { issuer, subject, email } = proven;
  const session = await ctx.db.identity.sessions.findConfirmed(userId, sessionId);
  if (!session || session.connectionId) throw new SsoProblem("ended");
  await ctx.db.identity.transaction(async ({ ssoIdentities, access }) => {
    const known = await ssoIdentities.find({ connectionId, issuer, subject });
    if (known && known.userId !== userId) throw new SsoProblem("otherPerson");
    if (known) return;
    const at = { workspaceId, connectionId, issuer, subject };
    if (!(await ssoIdentities.link({ ...at, userId, email }))) throw new SsoProblem("otherPerson");
    const about = { userId, subjects: [connectionId], details: { linked: name } };
    await access.recordAccountAudit(userId, accountEntry(ctx, { operation, ...about }));
  });
}

/** Counts as a fresh proof for the session, if the organisation names the same person. */
export async function confirmByOrganisation(
  ctx: IdentityContext,
  { organisation, proven, userId, sessionId }: Own,
): Promise<void> {
  const { id: connectionId } = organisation;
  const { issuer, subject } = proven;
  const known = await ctx.db.identity.ssoIdentities.find({ connectionId, issuer, subject });
  if (known?.userId !== userId) throw new SsoProblem("otherPerson");
  await ctx.db.identity.transaction(async ({ sessions, access }) => {
    const session = await sessions.findConfirmed(userId, sessionId);
    // For a session of the person's own, the organisation proves nothing.
    if (session?.connectionId !== connectionId) throw new SsoProblem("ended");
    await sessions.confirm(userId, sessionId, { confirmedAt: ctx.clock() });
    const about = { userId, subjects: [sessionId], details: { way: "organisation" } };
    await access.recordAccountAudit(userId, accountEntry(ctx, { operation, ...about }));
  });
}

/** Records that a sign-in with these settings has worked. Only then can they be turned on. */
export async function noteTest(
  ctx: IdentityContext,
  { organisation, proven, userId }: Own,
): Promise<void> {
  const { id, version, workspaceId, name } = organisation;
  await ctx.db.identity.transaction(async ({ organisationSignIns, access }) => {
    const test = { testedVersion: version, testedAt: ctx.clock(), testedById: userId };
    await organisationSignIns.noteTest(id, test);
    const details = { tested: name, email: proven.email, groups: proven.groups.length };
    const entry = accountEntry(ctx, { operation, userId, subjects: [id], details });
    await access.recordAudit({ workspaceId, ...entry });
  });
}
