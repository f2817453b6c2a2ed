import type { ApiTools, App } from "../request-context";
import { cookieNames } from "./cookie-names";
import { cookieOf } from "./cookies";

/** The longest that browsers keep a cookie. */
const SECONDS_VALID = 400 * 86_400;

/** Returns the secret that the browser got at its last sign-in; null if nobody has signed in with it. */
export function deviceOf(headers: Headers, app: App, { urls }: Pick<ApiTools, "urls">) {
  return cookieOf(headers, cookieNames(app, urls[app]).device) ?? null;
}

/** The header that keeps the token of a sign-in that waits for its second factor; an empty one deletes it. */
export function challengeCookie(
  challenge: string,
  app: App,
  { urls }: Pick<ApiTools, "urls">,
): string {
  const { challenge: name, isSecure } = cookieNames(app, urls[app]);
  const seconds = challenge ? 600 : 0;
  return `${name}=${challenge}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${isSecure ? "; Secure" : ""}`;
}

/** The header that makes the browser known from now on. Scripts cannot read it, other sites cannot send it. */
export function deviceCookie(device: string, app: App, { urls }: Pick<ApiTools, "urls">): string {
  const { device: name, isSecure } = cookieNames(app, urls[app]);
  return `${name}=${device}; Path=/; Max-Age=${SECONDS_VALID}; HttpOnly; SameSite=Strict${isSecure ? "; Secure" : ""}`;
}
