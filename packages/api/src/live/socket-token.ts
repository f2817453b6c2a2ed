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

/** The context of a token's person, with the rights of today; null when it has run out, or is for another document. */
export async function contextOfToken(
  tools: ApiTools,
  token: string,
  documentId: string,
): Promise<WorkspaceContext | null> {
  const secret = new TextEncoder().encode(tools.authSecret);
  const verified = await jwtVerify(token, secret, { audience: AUDIENCE }).catch(() => null);
  const { workspaceId, documentId: named, sub: userId } = verified?.payload ?? {};
  if (typeof workspaceId !== "string" || named !== documentId || !userId) return null;
  const actor = await findActor(tools.identityContext({ ip: "", userAgent: "" }), {
    workspaceId,
    userId,
  });
  return actor && tools.workspaceContext(workspaceId, actor);
}
