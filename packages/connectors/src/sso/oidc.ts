import * as openid from "openid-client";

import { createAddressGuard } from "../guarded-address";
import type { GuardedFetch } from "../guarded-fetch";
import { groupsIn, textIn } from "./claims";
import {
  type OidcSettings,
  type Sso,
  type SsoAnswer,
  type SsoPerson,
  type SsoPlace,
  SsoRefused,
  type SsoSecret,
} from "./sso-words";

export type By = { guardedFetch: GuardedFetch; allowList: readonly string[] };

type Asked = { place: SsoPlace; state: string; secret: SsoSecret };

/** Kinds of signatures that need the issuer's private key. Without `none` and HMAC, nobody who knows a public value can sign. */
export const signatures = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
];

/** Returns the settings of openid-client, from what the issuer tells of itself. */
export async function discover(
  { issuer, clientId, clientSecret }: OidcSettings,
  { guardedFetch, allowList }: By,
): Promise<openid.Configuration> {
  const server = new URL(issuer);
  const execute = [openid.enableNonRepudiationChecks];
  if (mayBePlain(server, allowList)) execute.push(openid.allowInsecureRequests);
  try {
    return await openid.discovery(
      server,
      clientId,
      clientSecret ?? undefined,
      clientSecret ? undefined : openid.None(),
      { [openid.customFetch]: asFetch(guardedFetch), execute, timeout: 10 },
    );
  } catch (error) {
    throw new SsoRefused(`The issuer ${issuer} did not tell of itself`, { cause: error });
  }
}

export async function checkOidc(settings: OidcSettings, by: By): Promise<void> {
  const told = (await discover(settings, by)).serverMetadata();
  if (!told.authorization_endpoint || !told.token_endpoint || !told.jwks_uri)
    throw new SsoRefused(
      "The issuer names no place to sign in, to exchange codes, or for its keys",
    );
}

export async function beginOidc(
  settings: OidcSettings,
  { place, state, secret, isFresh }: Asked & { isFresh: boolean },
  by: By,
): ReturnType<Sso["begin"]> {
  const config = await discover(settings, by);
  const url = openid.buildAuthorizationUrl(config, {
    redirect_uri: place.callbackUrl,
    scope: "openid email profile",
    state,
    nonce: secret.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(secret.verifier),
    code_challenge_method: "S256",
    ...(isFresh && { prompt: "login", max_age: "0" }),
  });
  return url.toString();
}

/** Exchanges the code once and checks the token: signature, issuer, audience, nonce, times. Names and groups come from it, or from the issuer. */
export async function finishOidc(
  settings: OidcSettings,
  { place, state, secret, answer }: Asked & { answer: SsoAnswer },
  by: By,
): Promise<SsoPerson> {
  if (answer.kind !== "oidc") throw new SsoRefused("The answer is not one of OpenID Connect");
  const config = await discover(settings, by);
  const current = new URL(place.callbackUrl);
  current.search = new URL(answer.url).search;
  const tokens = await openid
    .authorizationCodeGrant(config, current, {
      pkceCodeVerifier: secret.verifier,
      expectedNonce: secret.nonce,
      expectedState: state,
      idTokenExpected: true,
    })
    .catch((error: unknown) => {
      throw new SsoRefused(reasonOf(error), { cause: error });
    });
  const claims = tokens.claims();
  if (!claims) throw new SsoRefused("The issuer sent no token of the person");
  if (!signatures.includes(algorithmOf(tokens.id_token ?? "")))
    throw new SsoRefused("The token is signed in a way that proves nothing");
  const told = await more(config, tokens.access_token, claims);
  return personOf(settings, claims.sub, told, typeof claims.sid === "string" ? claims.sid : null);
}

type Claims = Readonly<Record<string, unknown>>;

function personOf(
  { issuer, claims }: OidcSettings,
  subject: string,
  told: Claims,
  sid: string | null,
): SsoPerson {
  return {
    issuer,
    subject,
    email: textIn(told, claims.email ?? "email").toLowerCase(),
    name: textIn(told, claims.name ?? "name"),
    groups: groupsIn(told, claims.groups ?? "groups"),
    sid,
    assertion: null,
  };
}

/** Returns the claims of the token, with those that the issuer tells beside it. The token's own count first. */
async function more(
  config: openid.Configuration,
  accessToken: string,
  claims: openid.IDToken,
): Promise<Claims> {
  if (!config.serverMetadata().userinfo_endpoint) return claims;
  const told = await openid
    .fetchUserInfo(config, accessToken, claims.sub)
    .catch(() => ({}) as Claims);
  return { ...told, ...claims };
}

/** Issuers speak https. Those that the operator names may speak http within the own network. */
function mayBePlain({ protocol, hostname }: URL, allowList: readonly string[]): boolean {
  if (protocol !== "http:") return false;
  const guard = createAddressGuard(allowList);
  const isListed = guard.trustsHost(hostname) || allowList.includes(hostname);
  if (!isListed) throw new SsoRefused("The issuer must be reached by https");
  return true;
}

function algorithmOf(token: string): string {
  const [head = ""] = token.split(".");
  const read: unknown = JSON.parse(Buffer.from(head, "base64url").toString() || "{}");
  return typeof read === "object" && read !== null && "alg" in read ? String(read.alg) : "";
}

/** Says in a few words why an answer was refused, without anything that it held. */
function reasonOf(error: unknown): string {
  if (error instanceof openid.AuthorizationResponseError)
    return `The issuer refused the sign-in (${plainCode(error.error)})`;
  if (error instanceof openid.ResponseBodyError)
    return `The issuer refused the exchange (${plainCode(error.error)})`;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return `The answer of the issuer is not valid${code ? ` (${plainCode(code)})` : ""}`;
}

function plainCode(code: string): string {
  return code.replaceAll(/[^\w.-]/g, "").slice(0, 60);
}

/** The library reads no more of an answer than every answer of fetch has. */
function asFetch(guardedFetch: GuardedFetch): openid.CustomFetch {
  return async (url, { method, headers, body, signal }) => {
    const answer = await guardedFetch(url, {
      method,
      headers,
      ...(body !== undefined && body !== null && { body: body as string }),
      ...(signal && { signal }),
      timeoutMs: 10_000,
      mostBytes: 1024 ** 2,
    });
    return new Response(await answer.arrayBuffer(), {
      status: answer.status,
      headers: [...answer.headers],
    });
  };
}
