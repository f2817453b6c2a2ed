import { AppError } from "@besunny/core/errors";
import { revokeSession } from "@besunny/core/identity/manage-sessions";
import { signIn } from "@besunny/core/identity/sign-in";
import type { AuthOptions, User } from "next-auth";
import Credentials from "next-auth/providers/credentials";

import type { ApiTools, App } from "../request-context";
import { sessionCookies } from "./session-cookie";

const DAYS_VALID = 30;

/** next-auth takes every cookie whose name begins with the session's for a piece of the session. */
const prefixes: Record<App, string> = { web: "besunny", admin: "besunny-admin" };

/** next-auth with a JWT that holds no more than whose session it is; each request checks that session's row. */
export function authOptions(tools: ApiTools, app: App): AuthOptions {
  return {
    secret: tools.authSecret,
    session: { strategy: "jwt", maxAge: DAYS_VALID * 86_400 },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    cookies: {
      sessionToken: {
        name: sessionCookies[app],
        options: {
          httpOnly: true,
          sameSite: "lax",
          path: "/",
          secure: tools.urls[app].startsWith("https:"),
        },
      },
      csrfToken: {
        name: `${prefixes[app]}.csrf`,
        options: { httpOnly: true, sameSite: "lax", path: "/" },
      },
      callbackUrl: {
        name: `${prefixes[app]}.callback`,
        options: { httpOnly: true, sameSite: "lax", path: "/" },
      },
    },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        authorize: (credentials, request) => authorize(tools, app, credentials, request.headers),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user && "sid" in user ? { ...token, sid: user.sid } : token),
      session: ({ session }) => session,
      redirect: ({ url }) => within(tools.urls[app], url),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid !== "string" || typeof token.sub !== "string") return;
        const ctx = tools.identityContext({ ip: "", userAgent: "" });
        await revokeSession(ctx, { userId: token.sub, id: token.sid }).catch(() => undefined);
      },
    },
    logger: {
      error: (code, metadata) => tools.log.warn({ code, metadata }, "next-auth"),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

async function authorize(
  tools: ApiTools,
  app: App,
  credentials: Record<string, string> | undefined,
  headers: Record<string, unknown> | undefined,
): Promise<(User & { sid: string }) | null> {
  const of = (name: string) => (typeof headers?.[name] === "string" ? headers[name] : "");
  const ctx = tools.identityContext({
    ip: of("x-forwarded-for").split(",")[0]?.trim() || "local",
    userAgent: of("user-agent"),
  });
  try {
    const { user, sessionId } = await signIn(ctx, {
      email: credentials?.email ?? "",
      password: credentials?.password ?? "",
      app,
    });
    return { ...user, sid: sessionId };
  } catch (error) {
    // next-auth hands the message on to the form, and nothing else.
    if (error instanceof AppError)
      throw new Error([error.message, error.hint].filter(Boolean).join(". "));
    tools.log.error({ error }, "sign-in failed");
    throw new Error("Signing in failed on our side. Try again in a moment");
  }
}

/** Only to the app itself: an address that somebody put into a link is no way out. */
function within(base: string, url: string): string {
  const target = URL.canParse(url, base) ? new URL(url, base) : new URL(base);
  return target.origin === new URL(base).origin ? target.toString() : base;
}
