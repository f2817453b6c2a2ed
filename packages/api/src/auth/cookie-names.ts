import type { App } from "../request-context";

/** next-auth takes every cookie whose name begins with the session's for a piece of the session. */
const prefixes: Record<App, string> = { web: "besunny", admin: "besunny-admin" };

/**
 * The cookies of an app. Cookies ignore ports, so each app has names of its own; where it is reached by https they begin with `__Host-`,
 * which browsers take from that host alone, over https, and for all of its paths.
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
  };
}

/** Whether a request brings a session's cookie of either kind; whether that session lives, only its row says. */
export function hasSessionCookie(app: App, has: (name: string) => boolean): boolean {
  return ["http:", "https:"].some((url) => has(cookieNames(app, url).session));
}
