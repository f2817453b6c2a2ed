import { decode } from "next-auth/jwt";

import type { App } from "../request-context";
import { bearerOf } from "./bearer";
import { cookieOf } from "./cookies";

/** Cookies ignore ports, so each app has a name of its own. */
export const sessionCookies: Record<App, string> = {
  web: "besunny.session",
  admin: "besunny-admin.session",
};

/** The session that the request's bearer or else its cookie names; whether it still lives, its row says. */
export async function sessionIdOf(
  headers: Headers,
  app: App,
  secret: string,
): Promise<string | null> {
  const token = bearerOf(headers) ?? cookieOf(headers, sessionCookies[app]);
  if (!token) return null;
  const claims = await decode({ token, secret }).catch(() => null);
  return typeof claims?.sid === "string" ? claims.sid : null;
}
