import { createHash, createSign, generateKeyPairSync, type KeyObject } from "node:crypto";

import { createGrants, type Given, GrantError } from "./oauth-grants";
import { consentPage, refusalPage } from "./oauth-pages";
import { type Answer, type Asked, formOf, type Manner } from "./serving/asked";
import type { TokenBook } from "./serving/tokens";
import type { Service, World } from "./world";

export type OAuthDouble = {
  world: World;
  tokens: TokenBook;
  service: Service;
  clientId?: string;
  clientSecret?: string;
  /** In seconds. */
  accessLife?: number;
  /** Google's consent screen in "Testing": refresh tokens die after seven days of the world. */
  isTesting?: boolean;
  /** Scopes that only an admin may allow. Who asks for one comes back with an error. */
  adminScopes?: string[];
};

let keys: { publicKey: KeyObject; privateKey: KeyObject } | null = null;
const keysOf = () => {
  keys ??= generateKeyPairSync("rsa", { modulusLength: 2048 });
  return keys;
};

const deadWords: Record<Service, string> = {
  google: "Token has been expired or revoked.",
  microsoft: "AADSTS50173: The provided grant has expired due to it being revoked.",
  dropbox: "refresh token is invalid or revoked",
};

/** The sign-in of a service: a page that a person can click, codes, tokens, keys and revocation. */
export function oauthDouble(options: OAuthDouble): Manner {
  const { world, tokens, service } = options;
  const state = { isTesting: options.isTesting ?? false, accessLife: options.accessLife ?? 3600 };
  const grants = createGrants(world, {
    isRotating: service === "microsoft",
    isTesting: () => state.isTesting,
    dead: deadWords[service],
  });
  const root = `/oauth/${service}`;
  const takeBack = (given: { address?: string; token?: string }) => {
    for (const address of grants.revoke(given)) tokens.revokeAllOf(address);
  };
  return {
    service: `${service}-oauth`,
    trouble: (trouble, status) => ({ status, json: { error: trouble.replace("-", "_") } }),
    controls: {
      [`${service}.revoke`]: (address: string) => takeBack({ address }),
      [`${service}.testing`]: (isTesting: boolean) => {
        state.isTesting = isTesting;
      },
      [`${service}.access-life`]: (seconds: number) => {
        state.accessLife = seconds;
      },
    },
    routes: [
      {
        method: "GET",
        path: `${root}/authorize`,
        isOpen: true,
        answer: (asked) => ask(asked, options, root),
      },
      {
        method: "POST",
        path: `${root}/decide`,
        isOpen: true,
        answer: (asked) => decide(asked, grants, world),
      },
      {
        method: "POST",
        path: `${root}/token`,
        isOpen: true,
        answer: (asked) =>
          exchange(asked, { ...options, accessLife: state.accessLife }, grants, root),
      },
      {
        method: "POST",
        path: `${root}/revoke`,
        isOpen: true,
        answer: (asked) => revoke(asked, tokens, takeBack),
      },
      { method: "GET", path: `${root}/certs`, isOpen: true, answer: certs },
    ],
  };
}

type Grants = ReturnType<typeof createGrants>;

/** The clients that are known, with their secrets: one that is named for its service, and `practice` for all. */
function secretOf({ clientId, clientSecret, service }: OAuthDouble, asked: string): string | null {
  if (clientId) return asked === clientId ? (clientSecret ?? "") : null;
  const known: Record<string, string> = {
    practice: "practice",
    [`practice-${service}`]: `practice-secret-${service}`,
  };
  return known[asked] ?? null;
}

/** A wrong client or redirect is shown on the page, and never sent on: else the address could be anybody's. */
function ask({ query, world }: Asked, options: OAuthDouble, root: string): Answer {
  const html = { "content-type": "text/html; charset=utf-8" };
  const refuse = (sentence: string) => ({
    status: 400,
    text: refusalPage(sentence),
    headers: html,
  });
  if (secretOf(options, query.get("client_id") ?? "") === null)
    return refuse("The client is not known.");
  const redirectUri = query.get("redirect_uri") ?? "";
  if (!URL.canParse(redirectUri)) return refuse("The redirect_uri is missing.");
  if (query.get("response_type") !== "code") return refuse("Only response_type=code is served.");
  if (query.get("code_challenge") && query.get("code_challenge_method") !== "S256") {
    return refuse("Only the code_challenge_method S256 is served.");
  }
  const scopes = (query.get("scope") ?? "").split(" ").filter((scope) => scope !== "");
  if (scopes.some((scope) => options.adminScopes?.includes(scope))) {
    return goBack(redirectUri, {
      error: "access_denied",
      error_description: "AADSTS90094: The grant requires admin permission.",
      state: query.get("state"),
    });
  }
  const hidden = Object.fromEntries(query);
  delete hidden.scope;
  const people = [...world.people.values()];
  const hint = query.get("login_hint");
  const action = `${root}/decide`;
  const text = consentPage({ service: options.service, people, scopes, hint, hidden, action });
  return { text, headers: html };
}

function decide(asked: Asked, grants: Grants, world: World): Answer {
  const form = formOf(asked);
  const redirectUri = form.get("redirect_uri") ?? "";
  const state = form.get("state");
  if (form.get("decision") !== "allow")
    return goBack(redirectUri, { error: "access_denied", state });
  const request = {
    clientId: form.get("client_id") ?? "",
    redirectUri,
    challenge: form.get("code_challenge"),
    nonce: form.get("nonce"),
  };
  const given = {
    address: form.get("account") ?? "",
    scopes: form.getAll("scope"),
    consentedAt: world.now(),
  };
  return goBack(redirectUri, { code: grants.issueCode(request, given), state });
}

function goBack(redirectUri: string, answer: Record<string, string | null>): Answer {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) if (value) url.searchParams.set(name, value);
  return { status: 302, headers: { location: url.href } };
}

function exchange(asked: Asked, options: OAuthDouble, grants: Grants, root: string): Answer {
  const form = formOf(asked);
  const [basicId, basicSecret] = basicOf(asked);
  const clientId = form.get("client_id") ?? basicId ?? "";
  const secret = secretOf(options, clientId);
  if (secret === null || (form.get("client_secret") ?? basicSecret) !== secret) {
    return { status: 401, json: { error: "invalid_client", error_description: "Unauthorized" } };
  }
  try {
    if (form.get("grant_type") === "refresh_token") {
      const used = grants.useRefresh(form.get("refresh_token") ?? "", clientId);
      return tokenAnswer(asked, options, used, root);
    }
    const used = grants.useCode(form.get("code") ?? "", {
      clientId,
      redirectUri: form.get("redirect_uri") ?? "",
      verifier: form.get("code_verifier"),
    });
    return tokenAnswer(asked, options, used, root);
  } catch (error) {
    if (!(error instanceof GrantError)) throw error;
    return { status: 400, json: { error: error.code, error_description: error.message } };
  }
}

function basicOf({ headers }: Asked): [string | null, string | null] {
  const [kind, value] = (headers.authorization ?? "").split(" ");
  if (kind !== "Basic" || !value) return [null, null];
  const [id = "", secret = ""] = Buffer.from(value, "base64").toString().split(":");
  return [decodeURIComponent(id), decodeURIComponent(secret)];
}

function tokenAnswer(
  asked: Asked,
  options: OAuthDouble,
  {
    given,
    refreshToken,
  }: {
    given: Given & { clientId: string; nonce?: string | null };
    refreshToken: string | null;
  },
  root: string,
): Answer {
  const { tokens, service, accessLife = 3600 } = options;
  const { address, scopes } = given;
  const accessToken = tokens.issue(address, { scopes, service, seconds: accessLife });
  const wantsId = scopes.includes("openid") && service !== "dropbox";
  const wantsRefresh = service !== "microsoft" || scopes.includes("offline_access");
  return {
    headers: { "cache-control": "no-store" },
    json: {
      access_token: accessToken,
      token_type: "Bearer",
      expires_in: accessLife,
      scope: scopes.map(spokenAs(service)).filter(Boolean).join(" "),
      ...(refreshToken && wantsRefresh && { refresh_token: refreshToken }),
      ...(wantsId && {
        id_token: idToken(`${asked.origin}${root}`, given.clientId, given, service),
      }),
      ...(service === "dropbox" && {
        account_id: `dbid:${subjectOf(address)}`,
        uid: subjectOf(address),
      }),
    },
  };
}

/** Google answers with the long names of scopes, and Microsoft leaves out what is no right at its API. */
const spokenAs = (service: Service) => (scope: string) => {
  if (service === "google" && (scope === "email" || scope === "profile")) {
    return `https://www.googleapis.com/auth/userinfo.${scope}`;
  }
  return service === "microsoft" && scope === "offline_access" ? "" : scope;
};

export const subjectOf = (address: string): string =>
  BigInt(`0x${createHash("sha256").update(address).digest("hex").slice(0, 16)}`)
    .toString()
    .padStart(20, "1");

/** Times are those of this machine: other programs check them by their own clocks. */
function idToken(
  issuer: string,
  audience: string,
  given: Given & { nonce?: string | null },
  service: Service,
): string {
  const seconds = Math.floor(Date.now() / 1000);
  const domain = given.address.split("@")[1] ?? "";
  const claims = {
    iss: service === "microsoft" ? `${issuer}/tenant-of-${domain}` : issuer,
    aud: audience,
    sub: subjectOf(given.address),
    iat: seconds,
    exp: seconds + 3600,
    ...(given.nonce && { nonce: given.nonce }),
    ...(service === "google"
      ? { email: given.address, email_verified: true, hd: domain }
      : { preferred_username: given.address, tid: `tenant-of-${domain}` }),
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg: "RS256", kid: "practice-1", typ: "JWT" })}.${part(claims)}`;
  const signature = createSign("RSA-SHA256").update(text).sign(keysOf().privateKey, "base64url");
  return `${text}.${signature}`;
}

function certs(): Answer {
  const key = {
    ...keysOf().publicKey.export({ format: "jwk" }),
    kid: "practice-1",
    alg: "RS256",
    use: "sig",
  };
  return { json: { keys: [key] } };
}

function revoke(
  asked: Asked,
  tokens: TokenBook,
  takeBack: (given: { address?: string; token?: string }) => void,
): Answer {
  const token = formOf(asked).get("token") ?? asked.query.get("token") ?? "";
  const caller = tokens.look(token);
  takeBack(caller ? { address: caller.address } : { token });
  return { json: {} };
}
