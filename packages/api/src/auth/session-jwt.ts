import { encode } from "next-auth/jwt";

import type { ApiTools, App } from "../request-context";
import { cookieNames } from "./cookie-names";

/** Days for which next-auth's token is valid. The row of the session says sooner that it has ended. */
export const DAYS_VALID = 30;

type Person = { id: string; name: string; email: string };

/** Returns the header that signs a browser in: the same cookie as next-auth's own, with the session's id. */
export async function sessionSetCookie(
  { user, sessionId }: { user: Person; sessionId: string },
  app: App,
  { authSecret, urls }: Pick<ApiTools, "authSecret" | "urls">,
): Promise<string> {
  const maxAge = DAYS_VALID * 86_400;
  const { session, isSecure } = cookieNames(app, urls[app]);
  const { id: sub, name, email } = user;
  const token = await encode({
    token: { sub, name, email, sid: sessionId },
    secret: authSecret,
    maxAge,
  });
  return `${session}=${token}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
}
