import { createRemoteJWKSet, customFetch, jwtVerify } from "jose";

import { type By, discover, signatures } from "./oidc";
import { type OidcSettings, type SsoLogout, SsoRefused } from "./sso-words";

const EVENT = "http://schemas.openid.net/event/backchannel-logout";
const MOST_AGE = "5 min";
const KEPT_MS = 10 * 60_000;

/** Checks a logout token: its signature, issuer, audience, age, event and id, and that it holds no nonce. */
export async function readLogoutToken(
  settings: OidcSettings,
  token: string,
  by: By,
): Promise<SsoLogout> {
  const { issuer, jwks_uri: keysAt } = (await discover(settings, by)).serverMetadata();
  if (!keysAt) throw new SsoRefused("The issuer names no place for its keys");
  const keys = createRemoteJWKSet(new URL(keysAt), {
    [customFetch]: async (url, { headers, signal }) => {
      const answer = await by.guardedFetch(url, { headers: [...headers], signal });
      return new Response(await answer.arrayBuffer(), { status: answer.status });
    },
  });
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    audience: settings.clientId,
    algorithms: signatures,
    maxTokenAge: MOST_AGE,
    requiredClaims: ["iat", "jti", "events"],
  }).catch((error: unknown) => {
    throw new SsoRefused("The logout token is not valid", { cause: error });
  });
  const { jti, sid, sub, events } = payload;
  const isLogout = typeof events === "object" && events !== null && EVENT in events;
  if (!isLogout || "nonce" in payload || !jti)
    throw new SsoRefused("The token is not one of a logout");
  const session = typeof sid === "string" ? sid : null;
  if (!session && !sub) throw new SsoRefused("The logout token names nobody");
  return {
    subject: sub ?? null,
    sid: session,
    id: jti,
    expiresAt: new Date(Date.now() + KEPT_MS),
  };
}
