import { AppError } from "@besunny/core/errors";
import { SecondFactorNeeded } from "@besunny/core/identity/contract/second-factor-needed";
import { finishSignIn } from "@besunny/core/identity/finish-sign-in";
import { signIn } from "@besunny/core/identity/sign-in";
import { signInWithPasskey } from "@besunny/core/identity/sign-in-with-passkey";
import { signOut } from "@besunny/core/identity/sign-out";
import type { AuthOptions, User } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { factorText, waitText } from "../browser/sign-in-refusal";
import { clientAddress } from "../client-address";
import type { ApiTools, App } from "../request-context";
import { traceIdOf } from "../trace-id";
import { cookieNames } from "./cookie-names";
import { cookieOf } from "./cookies";
import { deviceOf } from "./device-cookie";
import { DAYS_VALID } from "./session-jwt";

type Asked = {
  tools: ApiTools;
  app: App;
  headers: Headers;
  /** The part of the answer that next-auth does not write. */
  outcome: SignInOutcome;
};

/** The result of a sign-in, for the headers that next-auth does not set. */
export type SignInOutcome = {
  device?: string;
  retryAfterSeconds?: number;
  /** The token that the browser must show with its second factor; no script sees it. */
  challenge?: string;
};

/** next-auth with a JWT that holds no more than whose session it is; each request checks that session's row. */
export function authOptions(asked: Asked): AuthOptions {
  const { tools, app } = asked;
  const names = cookieNames(app, tools.urls[app]);
  const cookie = (name: string) => ({
    name,
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure: names.isSecure },
  });
  return {
    secret: tools.authSecret,
    useSecureCookies: names.isSecure,
    session: { strategy: "jwt", maxAge: DAYS_VALID * 86_400 },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    cookies: {
      sessionToken: cookie(names.session),
      csrfToken: cookie(names.csrf),
      callbackUrl: cookie(names.callback),
    },
    providers: [
      Credentials({
        credentials: {
          email: {},
          password: {},
          code: {},
          recoveryCode: {},
          passkey: {},
          way: {},
        },
        authorize: (credentials) => authorize(asked, credentials),
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
        await signOut(identityOf(asked), { userId: token.sub, id: token.sid }).catch(
          () => undefined,
        );
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
  asked: Asked,
  credentials: Record<string, string> | undefined,
): Promise<(User & { sid: string }) | null> {
  const { tools, outcome } = asked;
  try {
    const { user, sessionId, device } = await enter(asked, credentials ?? {});
    outcome.device = device;
    outcome.challenge = "";
    return { ...user, sid: sessionId };
  } catch (error) {
    if (error instanceof SecondFactorNeeded) {
      const { token, ways, question } = error.asked;
      outcome.challenge = token;
      throw new Error(factorText({ ways, question }));
    }
    // next-auth hands the message on to the form, and nothing else.
    if (!(error instanceof AppError)) {
      tools.log.error({ error }, "sign-in failed");
      throw new Error("Signing in failed on our side. Try again in a moment");
    }
    if (error.code !== "RATE_LIMITED" || error.retryAfterSeconds === undefined)
      throw new Error([error.message, error.hint].filter(Boolean).join(". "));
    outcome.retryAfterSeconds = error.retryAfterSeconds;
    throw new Error(waitText(error.retryAfterSeconds));
  }
}

/** Signs in by what the form has sent: a password, a second factor after it, or a passkey alone. */
function enter(asked: Asked, given: Record<string, string | undefined>) {
  const { tools, app, headers } = asked;
  const ctx = identityOf(asked);
  const device = deviceOf(headers, app, tools)?.slice(0, 200);
  const { code, recoveryCode, way } = given;
  const passkey = answerIn(given.passkey);
  if (way === "passkey" && passkey) return signInWithPasskey(ctx, { app, device, answer: passkey });
  if (way === "factor") {
    const token = cookieOf(headers, cookieNames(app, tools.urls[app]).challenge) ?? "";
    const proof = { ...(code && { code }), ...(recoveryCode && { recoveryCode }) };
    const own = { app, device, token: token.slice(0, 100), ...proof };
    return finishSignIn(ctx, passkey ? { ...own, passkey } : own);
  }
  const { email = "", password = "" } = given;
  return signIn(ctx, { email, password, app, device });
}

type Answer = Parameters<typeof signInWithPasskey>[1]["answer"];

/** The operation reads what the browser says, and refuses what is no answer of a passkey. */
function answerIn(text: string | undefined): Answer | null {
  if (!text) return null;
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return null;
  }
}

function identityOf({ tools, app, headers }: Asked) {
  return tools.identityContext({
    door: app,
    traceId: traceIdOf(headers),
    ip: clientAddress(headers, tools.trustedProxies),
    userAgent: headers.get("user-agent") ?? "",
  });
}

/** Only to the app itself: an address that somebody put into a link is no way out. */
function within(base: string, url: string): string {
  const target = URL.canParse(url, base) ? new URL(url, base) : new URL(base);
  return target.origin === new URL(base).origin ? target.toString() : base;
}
