import { createHmac } from "node:crypto";
import { exportSPKI, generateKeyPair, importJWK, type JWTPayload } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { type OidcDouble, oidcDouble } from "../../test/sso/oidc-double";
import { createSso } from "./sso";
import type { OidcSettings } from "./sso-words";

const place = {
  entityId: "besunny",
  callbackUrl: "https://web.example/api/auth/sso/oidc/sso_1/callback",
};
const secret = { verifier: "v".repeat(43), nonce: "nonce-1", requestId: "" };
const sso = createSso({ allowList: ["127.0.0.1"] });
let idp: OidcDouble;
let settings: OidcSettings;

beforeAll(async () => {
  idp = await oidcDouble();
  settings = {
    kind: "oidc",
    issuer: idp.issuer,
    clientId: "besunny",
    clientSecret: "a secret",
    claims: { email: null, name: null, groups: null },
  };
});
afterAll(() => idp.close());

const now = () => Math.floor(Date.now() / 1000);
/** Claims of which some are left out: `undefined` leaves one out of the token. */
type Own = { [Name in keyof JWTPayload]: JWTPayload[Name] | undefined };

function payload(own: Own): JWTPayload {
  const left: JWTPayload = JSON.parse(JSON.stringify(own));
  return left;
}

const claims = (own: Own = {}): JWTPayload =>
  payload({
    iss: idp.issuer,
    aud: "besunny",
    sub: "ada",
    iat: now(),
    exp: now() + 300,
    nonce: secret.nonce,
    ...own,
  });

let count = 0;
/** Finishes a sign-in with a code for this token. */
function finish(token: string | Promise<string>, { state = "state-1", extra = {} } = {}) {
  const code = `code-${count++}`;
  idp.issue(code, () => Promise.resolve(token));
  const query = new URLSearchParams({ code, state, ...extra });
  return sso.finish(settings, {
    place,
    state: "state-1",
    secret,
    answer: { kind: "oidc", url: `${place.callbackUrl}?${query}` },
  });
}
const refused = { name: "SsoRefused" };

test("a person is taken from a token that is as it must be, with what the issuer tells beside it", async () => {
  idp.tell({ sub: "ada", email: "Ada@Mill.example", groups: ["staff", " staff", 7] });
  const token = idp.sign(claims({ name: "Ada", sid: "session-1" }));
  expect(await finish(token)).toEqual({
    issuer: idp.issuer,
    subject: "ada",
    email: "ada@mill.example",
    name: "Ada",
    groups: ["staff"],
    sid: "session-1",
    assertion: null,
  });
});

test("what the issuer tells of somebody else is left out", async () => {
  idp.tell({ sub: "eve", email: "eve@mill.example", groups: ["admins"] });
  expect(await finish(idp.sign(claims()))).toMatchObject({ email: "", groups: [] });
});

test("the browser is sent with a challenge, a nonce and a state", async () => {
  const begun = await sso.begin(settings, { place, state: "state-1", secret, isFresh: true });
  const { searchParams } = new URL(begun);
  expect(Object.fromEntries(searchParams)).toMatchObject({
    redirect_uri: place.callbackUrl,
    code_challenge_method: "S256",
    nonce: secret.nonce,
    state: "state-1",
    prompt: "login",
  });
  expect(begun).not.toContain(secret.verifier);
});

describe("a token is refused", () => {
  test.each<[string, () => JWTPayload]>([
    ["for another audience", () => claims({ aud: "other" })],
    [
      "for others beside us, without us as the one it is for",
      () => claims({ aud: ["besunny", "other"] }),
    ],
    ["of another issuer", () => claims({ iss: "https://evil.example" })],
    ["with another nonce", () => claims({ nonce: "other" })],
    ["without a nonce", () => claims({ nonce: undefined })],
    ["that has run out", () => claims({ iat: now() - 900, exp: now() - 600 })],
    ["without an end", () => claims({ exp: undefined })],
    ["that does not count yet", () => claims({ nbf: now() + 900 })],
    ["without a subject", () => claims({ sub: undefined })],
  ])("%s", async (_what, own) => {
    await expect(finish(idp.sign(own()))).rejects.toMatchObject(refused);
  });

  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

  test("without a signature: alg none", async () => {
    for (const alg of ["none", "None", "NONE"])
      await expect(finish(`${part({ alg })}.${part(claims())}.`)).rejects.toMatchObject(refused);
  });

  test("signed by HMAC with the public key, or with our own secret", async () => {
    const key = await importJWK(idp.jwk, "RS256");
    const pem = key instanceof Uint8Array ? "" : await exportSPKI(key);
    for (const shared of [pem, JSON.stringify(idp.jwk), "a secret"]) {
      const signed = `${part({ alg: "HS256", kid: "one" })}.${part(claims())}`;
      const mac = createHmac("sha256", shared).update(signed).digest("base64url");
      await expect(finish(`${signed}.${mac}`)).rejects.toMatchObject(refused);
    }
  });

  test("signed by another key of the same name", async () => {
    const { privateKey } = await generateKeyPair("RS256");
    await expect(finish(idp.sign(claims(), {}, privateKey))).rejects.toMatchObject(refused);
  });

  test("signed by a key that it brings along", async () => {
    const { privateKey } = await generateKeyPair("RS256");
    const token = idp.sign(
      claims(),
      { kid: "own", jwk: idp.jwk, jku: "https://evil.example" },
      privateKey,
    );
    await expect(finish(token)).rejects.toMatchObject(refused);
  });

  test("with a word changed, or cut", async () => {
    const [head = "", , signature = ""] = (await idp.sign(claims())).split(".");
    await expect(
      finish(`${head}.${part(claims({ sub: "eve" }))}.${signature}`),
    ).rejects.toMatchObject(refused);
    await expect(finish("nothing")).rejects.toMatchObject(refused);
  });
});

describe("an answer is refused", () => {
  test("with another state, and of another issuer", async () => {
    await expect(finish(idp.sign(claims()), { state: "other" })).rejects.toMatchObject(refused);
    const extra = { iss: "https://evil.example" };
    await expect(finish(idp.sign(claims()), { extra })).rejects.toMatchObject(refused);
  });

  test("that is an error of the issuer, and tells its code alone", async () => {
    const url = `${place.callbackUrl}?error=access_denied&error_description=%3Cscript%3E&state=state-1`;
    const answer = { kind: "oidc" as const, url };
    await expect(
      sso.finish(settings, { place, state: "state-1", secret, answer }),
    ).rejects.toMatchObject({ reason: "The issuer refused the sign-in (access_denied)" });
  });

  test("whose code was used before", async () => {
    const url = `${place.callbackUrl}?code=used&state=state-1`;
    const answer = { kind: "oidc" as const, url };
    await expect(
      sso.finish(settings, { place, state: "state-1", secret, answer }),
    ).rejects.toMatchObject({ reason: "The issuer refused the exchange (invalid_grant)" });
  });
});

describe("an issuer is asked", () => {
  test("by https, unless the operator names it", async () => {
    const strict = createSso();
    await expect(strict.check(settings)).rejects.toMatchObject(refused);
  });

  test("never at an address of the own network, unless the operator names it", async () => {
    const strict = createSso();
    const inside = { ...settings, issuer: "https://169.254.169.254" };
    await expect(strict.check(inside)).rejects.toMatchObject(refused);
    await expect(sso.check(settings)).resolves.toBeUndefined();
  });
});

describe("a logout token", () => {
  const event = { "http://schemas.openid.net/event/backchannel-logout": {} };
  const logout = (own: Own = {}): JWTPayload =>
    payload({
      iss: idp.issuer,
      aud: "besunny",
      iat: now(),
      jti: "one",
      sid: "session-1",
      sub: "ada",
      events: event,
      ...own,
    });

  test("names the session that has ended", async () => {
    expect(await sso.readLogout(settings, await idp.sign(logout()))).toMatchObject({
      sid: "session-1",
      subject: "ada",
      id: "one",
    });
  });

  test.each<[string, () => JWTPayload]>([
    ["for another audience", () => logout({ aud: "other" })],
    ["of another issuer", () => logout({ iss: "https://evil.example" })],
    ["that is old", () => logout({ iat: now() - 3600 })],
    ["without an id", () => logout({ jti: undefined })],
    ["with a nonce, as tokens of people have", () => logout({ nonce: "x" })],
    ["of another event", () => logout({ events: { other: {} } })],
    ["that names nobody", () => logout({ sid: undefined, sub: undefined })],
  ])("is refused %s", async (_what, own) => {
    await expect(sso.readLogout(settings, await idp.sign(own()))).rejects.toMatchObject(refused);
  });

  test("is refused with another key", async () => {
    const { privateKey } = await generateKeyPair("RS256");
    const token = await idp.sign(logout(), {}, privateKey);
    await expect(sso.readLogout(settings, token)).rejects.toMatchObject(refused);
  });
});
