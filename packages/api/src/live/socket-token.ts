import type { WorkspaceContext } from "@besunny/core/context";
import { findActor } from "@besunny/core/identity/find-actor";
import { jwtVerify, SignJWT } from "jose";

import type { ApiTools } from "../request-context";

const AUDIENCE = "besunny:socket";

/** Lets its holder follow one document, as the person who asked, for five minutes: a WebSocket of a browser sends no headers. */
export async function socketToken(
  { authSecret }: Pick<ApiTools, "authSecret">,
  { actor, workspaceId }: WorkspaceContext,
  documentId: string,
): Promise<string> {
  return new SignJWT({ workspaceId, documentId })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(actor.kind === "user" ? actor.id : "")
    .setAudience(AUDIENCE)
    .setExpirationTime("5m")
    .sign(new TextEncoder().encode(authSecret));
}

/** Who a token lets in; null when it has run out, or is for another document. */
export async function holderOfToken(
  { authSecret }: Pick<ApiTools, "authSecret">,
  token: string,
  documentId: string,
): Promise<Holder | null> {
  const secret = new TextEncoder().encode(authSecret);
  const verified = await jwtVerify(token, secret, { audience: AUDIENCE }).catch(() => null);
  const { workspaceId, documentId: named, sub: userId } = verified?.payload ?? {};
  if (typeof workspaceId !== "string" || named !== documentId || !userId) return null;
  return { workspaceId, userId };
}

type Holder = { workspaceId: string; userId: string };

/** The holder with the rights of today; null when they no longer belong to the workspace. */
export async function contextOfHolder(
  tools: ApiTools,
  { workspaceId, userId }: Holder,
): Promise<WorkspaceContext | null> {
  const identity = tools.identityContext({ ip: "", userAgent: "" });
  const actor = await findActor(identity, { workspaceId, userId });
  return actor && tools.workspaceContext(workspaceId, actor);
}
