import type { Proven } from "@besunny/db/identity/sso/sso-attempts";
import { z } from "zod";

import type { IdentityContext } from "../../context";
import { email, RoleRule, roleFor } from "../contract";
import { openSession } from "../rules/open-session";
import { roleOf } from "../rules/role-of";
import type { Organisation } from "./organisation";
import { SsoProblem } from "./sso-problem";

type Entering = {
  organisation: Organisation;
  proven: Proven;
  device: string | null | undefined;
};

/** Opens a session for the person of an issuer's subject. Makes an account for a new one, where the connection may and the domain is proven. */
export async function enterByOrganisation(
  ctx: IdentityContext,
  { organisation, proven, device }: Entering,
) {
  const { id: connectionId, workspaceId, kind, name } = organisation;
  const { issuer, subject } = proven;
  const { users, access, ssoIdentities } = ctx.db.identity;
  const known = await ssoIdentities.find({ connectionId, issuer, subject });
  const userId = known?.userId ?? (await makeAccount(ctx, { organisation, proven }));
  const user = await users.findCredentials({ id: userId });
  if (!user || user.suspendedAt) throw new SsoProblem("suspended");
  if (!(await access.findMembership(workspaceId, userId))) throw new SsoProblem("notMember");
  if (known) await ssoIdentities.touch(known.id, proven.email, ctx.clock());
  const opened = await openSession(ctx, {
    userId,
    app: "web",
    device,
    method: kind === "saml" ? "saml" : "oidc",
    hasSecondFactor: false,
    operation: "identity.open-sso",
    details: { organisation: name },
    organisation: {
      onlyWorkspaceId: workspaceId,
      connectionId,
      issuerSid: proven.sid,
      issuerSubject: subject,
    },
  });
  return { user: { id: userId, name: user.name, email: user.email }, ...opened };
}

/** Makes an account and a member for a subject that nobody knows. An address that has an account is refused: it links nobody. */
async function makeAccount(
  ctx: IdentityContext,
  { organisation, proven }: Pick<Entering, "organisation" | "proven">,
): Promise<string> {
  const { id: connectionId, workspaceId, makesAccounts, defaultRole, roleMap } = organisation;
  const address = email.safeParse(proven.email);
  const { organisationSignIns } = ctx.db.identity;
  const domain = address.data?.split("@").at(-1) ?? "";
  if (
    !address.success ||
    !makesAccounts ||
    !(await organisationSignIns.hasDomain(connectionId, domain))
  )
    throw new SsoProblem("unknown");
  const rules = z.array(RoleRule).parse(roleMap);
  const role = roleFor(proven.groups, { rules, defaultRole: roleOf(defaultRole) });
  return ctx.db.identity.transaction(async ({ users, access, ssoIdentities }) => {
    await users.reserveEmail(address.data);
    if (await users.findByEmail(address.data)) throw new SsoProblem("taken");
    const { id: userId } = await users.create({
      email: address.data,
      name: proven.name.slice(0, 120) || address.data.split("@")[0] || address.data,
      passwordHash: null,
      emailProvenAt: ctx.clock(),
    });
    await access.addMember(workspaceId, userId, role);
    const { issuer, subject } = proven;
    const at = { workspaceId, connectionId, issuer, subject };
    if (!(await ssoIdentities.link({ ...at, userId, email: proven.email })))
      throw new SsoProblem("ended");
    return userId;
  });
}
