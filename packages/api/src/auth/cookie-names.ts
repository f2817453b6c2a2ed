import type { App } from "../request-context";

/** next-auth takes every cookie whose name begins with the session's for a piece of the session. */
const prefixes: Record<App, string> = { web: "besunny", admin: "besunny-admin" };

/**
 * Returns the names of an app's cookies. Cookies ignore ports, so each app has its own names. With https they begin with `__Host-`: browsers
 * accept such a cookie only from that host, over https, and for all of its paths.
 */
export function cookieNames(app: App, url: string) {
  const isSecure = url.startsWith("https:");
  const prefix = `${isSecure ? "__Host-" : ""}${prefixes[app]}`;
  return {
    isSecure,
    session: `${prefix}.session`,
    csrf: `${prefix}.csrf`,
    callback: `${prefix}.callback`,
    device: `${prefix}.device`,
    challenge: `${prefix}.challenge`,
    browser: `${prefix}.sso`,
  };
}

/** Returns whether a request has a session cookie, of http or https. Only the session's row says that the session is still valid. */
export function hasSessionCookie(app: App, has: (name: string) => boolean): boolean {
  return ["http:", "https:"].some((url) => has(cookieNames(app, url).session));
}
