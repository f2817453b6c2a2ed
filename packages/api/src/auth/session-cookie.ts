import { decode } from "next-auth/jwt";

import type { ApiTools, App } from "../request-context";
import { bearerOf } from "./bearer";
import { cookieNames } from "./cookie-names";
import { cookieOf } from "./cookies";

/** The session that the request's bearer or else its cookie names; whether it still lives, its row says. */
export async function sessionIdOf(
  headers: Headers,
  app: App,
  { authSecret, urls }: Pick<ApiTools, "authSecret" | "urls">,
): Promise<string | null> {
  const token = bearerOf(headers) ?? cookieOf(headers, cookieNames(app, urls[app]).session);
  if (!token) return null;
  const claims = await decode({ token, secret: authSecret }).catch(() => null);
  return typeof claims?.sid === "string" ? claims.sid : null;
}
