import {
  createRemoteJWKSet,
  customFetch,
  decodeProtectedHeader,
  type JWTPayload,
  jwtVerify,
} from "jose";

import type { SupabaseAuth, SupabaseClaims, SupabasePerson } from "./supabase-words";

/** Algorithms of key pairs. A shared secret counts only where the operator has set it. */
const pairs = ["ES256", "RS256"];

type Fetch = (
  url: string,
  init: { headers: Record<string, string>; signal: AbortSignal },
) => Promise<Response>;

/** Makes the one that asks the operator's own project. Its address comes from the operator, so it may be in the own network. */
export function createSupabaseAuth({
  url,
  jwtSecret,
  publishableKey,
  ask = (to, init) => fetch(to, init),
}: {
  url: string;
  jwtSecret?: string | undefined;
  publishableKey?: string | undefined;
  ask?: Fetch;
}): SupabaseAuth {
  const issuer = `${url.replace(/\/$/, "")}/auth/v1`;
  const own: Record<string, string> = publishableKey ? { apikey: publishableKey } : {};
  const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`), {
    [customFetch]: (to, { signal }) => ask(to, { headers: own, signal }),
  });
  const expected = {
    issuer,
    audience: "authenticated",
    requiredClaims: ["sub", "exp", "session_id"],
  };

  async function verified(token: string): Promise<JWTPayload> {
    const { alg } = decodeProtectedHeader(token);
    if (alg === "HS256" && jwtSecret) {
      const shared = new TextEncoder().encode(jwtSecret);
      return (await jwtVerify(token, shared, { ...expected, algorithms: ["HS256"] })).payload;
    }
    return (await jwtVerify(token, keys, { ...expected, algorithms: pairs })).payload;
  }

  return {
    async verify(token) {
      const payload = await verified(token).catch(() => null);
      return payload && claimsOf(payload, issuer);
    },
    async whoIs(token) {
      const answer = await ask(`${issuer}/user`, {
        headers: { ...own, authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(5000),
      });
      if (answer.status === 401 || answer.status === 403 || answer.status === 404) return null;
      if (!answer.ok) throw new Error(`Supabase Auth answered ${answer.status}`);
      return personOf(await answer.json());
    },
  };
}

/** Anonymous people carry the audience and role of all others, so their own claim decides. Roles of the token decide nothing. */
function claimsOf(payload: JWTPayload, issuer: string): SupabaseClaims | null {
  const { sub, exp, session_id: sessionId, is_anonymous: isAnonymous } = payload;
  if (!sub || !exp || typeof sessionId !== "string" || isAnonymous === true) return null;
  return { issuer, subject: sub, sessionId, expiresAt: new Date(exp * 1000) };
}

/** Reads what the server itself says. `user_metadata` is whatever the person typed: only a name is taken from it. */
function personOf(body: unknown): SupabasePerson | null {
  const told = new Map(Object.entries(typeof body === "object" && body !== null ? body : {}));
  const [subject, email] = [told.get("id"), told.get("email")];
  if (typeof subject !== "string" || typeof email !== "string" || told.get("is_anonymous") === true)
    return null;
  const metadata: unknown = told.get("user_metadata");
  const typed =
    typeof metadata === "object" && metadata !== null && "full_name" in metadata
      ? metadata.full_name
      : "";
  return {
    subject,
    email: email.toLowerCase(),
    isEmailProven: typeof told.get("email_confirmed_at") === "string",
    name: typeof typed === "string" ? typed.trim().slice(0, 120) : "",
  };
}
