import { randomUUID } from "node:crypto";
import { findActor } from "@besunny/core/identity/find-actor";
import type { Caller } from "@besunny/core/operation/caller";
import { jwtVerify, SignJWT } from "jose";
import type { z } from "zod";

import type { ApiTools } from "../request-context";

const AUDIENCE = "besunny:socket";

/**
 * Lets its holder follow one document, as the person who asked, for five minutes: a WebSocket of a browser sends no headers. It is worth
 * nothing once the session or key that it was given to has ended.
 */
export async function socketToken(
  { authSecret }: Pick<ApiTools, "authSecret">,
  { actor, workspaceId }: Caller,
  documentId: string,
): Promise<string> {
  const via = actor.kind === "user" ? { kind: actor.via.kind, id: actor.via.id } : null;
  return new SignJWT({ workspaceId, documentId, via })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(actor.kind === "user" ? actor.id : "")
    .setAudience(AUDIENCE)
    .setExpirationTime("5m")
    .sign(new TextEncoder().encode(authSecret));
}

/** Returns the person whom a token lets in; null if the token is wrong, has run out, or is for another document. */
export async function holderOfToken(
  { authSecret }: Pick<ApiTools, "authSecret">,
  token: string,
  documentId: string,
): Promise<Holder | null> {
  const secret = new TextEncoder().encode(authSecret);
  const verified = await jwtVerify(token, secret, { audience: AUDIENCE }).catch(() => null);
  const { documentId: named, sub: userId, ...claims } = verified?.payload ?? {};
  const holder = findActor.input.safeParse({ ...claims, userId });
  return holder.success && named === documentId ? holder.data : null;
}

type Holder = z.output<typeof findActor.input>;

/** The holder with the rights of today; null when what they came with has ended, or they no longer belong to the workspace. */
export async function contextOfHolder(tools: ApiTools, holder: Holder): Promise<Caller | null> {
  const by = { door: "web" as const, traceId: randomUUID() };
  const identity = tools.identityContext({ ip: "", userAgent: "", ...by });
  const actor = await findActor(identity, holder);
  return actor && tools.workspaceCaller(holder.workspaceId, actor, by);
}
