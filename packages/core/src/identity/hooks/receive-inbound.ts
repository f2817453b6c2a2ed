import { z } from "zod";

import type { Actor } from "../../access/actor";
import { identityOperation } from "../../operation/identity";
import { secret } from "../../operation/secret";
import { ofType } from "../../shapes";
import { tokenHash } from "../../token-hash";
import { projectsOf, roleOf } from "../rules/role-of";

/**
 * Finds the address of a workspace that a sender calls, and proves the sender where the address is signed. Returns its owner with their rights of today,
 * in `hook`; null for an unknown address and for one that is off. An address without a signature is a secret itself.
 */
export const receiveInbound = identityOperation("identity.receive-inbound", {
  title: "Find the address that a message came to",
  input: z.object({
    token: secret(z.string().min(20).max(200)),
    body: secret(z.string()),
    headers: z.object({ id: z.string(), timestamp: z.string(), signature: z.string() }).nullable(),
  }),
  output: z.object({
    hook: z.object({ id: z.string(), workspaceId: z.string(), actor: ofType<Actor>() }).nullable(),
    isProven: z.boolean(),
  }),
  doors: ["rest"],
  notAudited: "The log of the address is the record.",

  async handle({ db, sealer, webhooks, clock }, { token, body, headers }) {
    const unknown = { hook: null, isProven: false };
    const { inboundHooks, access } = db.identity;
    const found = await inboundHooks.find(tokenHash(token));
    if (!found?.isOn) return unknown;
    const { id, workspaceId, ownerId } = found;
    const membership = await access.findMembership(workspaceId, ownerId);
    if (!membership) return unknown;
    if (found.isSigned) {
      const place = { table: "inbound_hooks", column: "sealed_secret", id };
      const isBoth = found.beforeUntil && found.beforeUntil > clock();
      const secrets = [found.sealedSecret, isBoth ? found.sealedBefore : null].flatMap((sealed) =>
        sealed ? [sealer.open(sealed, place)] : [],
      );
      if (!headers || !webhooks.isSigned(body, headers, secrets)) return unknown;
    }
    const standing = membership.workspace.billingAccount?.state;
    const isReadOnly = standing === "restricted" || standing === "cancelled";
    const actor: Actor = {
      kind: "user",
      id: ownerId,
      name: membership.user.name,
      role: roleOf(membership.role),
      projects: projectsOf(await access.listProjects(workspaceId, ownerId)),
      groups: await access.listGroups(workspaceId, ownerId),
      via: { kind: "apiKey", id, scopes: ["read", "write"] },
      ...(isReadOnly && { isReadOnly }),
    };
    return { hook: { id, workspaceId, actor }, isProven: found.isSigned };
  },
});
