import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { describe, expect, test } from "vitest";

import { createSupabaseAuth } from "./supabase-auth";

const url = "https://project.example";
const issuer = `${url}/auth/v1`;
const shared = "a shared secret of a project that is old";
const { publicKey, privateKey } = await generateKeyPair("ES256", { extractable: true });
const jwk = { ...(await exportJWK(publicKey)), kid: "one", alg: "ES256" };

/** Answers as GoTrue does: after a logout the token verifies, and `/user` answers 403. */
function auth({
  user,
  status = 200,
  jwtSecret,
}: {
  user?: object;
  status?: number;
  jwtSecret?: string;
} = {}) {
  const asked: string[] = [];
  const made = createSupabaseAuth({
    url,
    jwtSecret,
    publishableKey: "sb_publishable_1",
    async ask(to, { headers }) {
      asked.push(`${new URL(to).pathname} ${headers.apikey}`);
      if (to.endsWith("jwks.json")) return Response.json({ keys: [jwk] });
      return Response.json(user ?? { code: 403, error_code: "session_not_found" }, { status });
    },
  });
  return { ...made, asked };
}

const now = () => Math.floor(Date.now() / 1000);
const claims = (own: JWTPayload = {}): JWTPayload => ({
  iss: issuer,
  aud: "authenticated",
  sub: "5f0c",
  session_id: "s1",
  role: "authenticated",
  is_anonymous: false,
  iat: now(),
  exp: now() + 600,
  user_metadata: { role: "owner", workspace_id: "ws_1", email_verified: true },
  ...own,
});
function endless(): JWTPayload {
  const { exp: _, ...others } = claims();
  return others;
}
const sign = (payload: JWTPayload) =>
  new SignJWT(payload).setProtectedHeader({ alg: "ES256", kid: "one" }).sign(privateKey);
const signShared = (payload: JWTPayload, secret = shared) =>
  new SignJWT(payload).setProtectedHeader({ alg: "HS256" }).sign(new TextEncoder().encode(secret));

describe("a token", () => {
  test("is taken with the key of the project", async () => {
    expect(await auth().verify(await sign(claims()))).toMatchObject({
      issuer,
      subject: "5f0c",
      sessionId: "s1",
    });
  });

  test.each<[string, () => JWTPayload]>([
    ["of an anonymous person", () => claims({ is_anonymous: true })],
    ["of another project", () => claims({ iss: "https://other.example/auth/v1" })],
    ["for another audience", () => claims({ aud: "anon" })],
    ["without a session", () => claims({ session_id: undefined })],
    ["that has run out", () => claims({ exp: now() - 60 })],
    ["without an end", () => endless()],
  ])("is refused %s", async (_what, own) => {
    expect(await auth().verify(await sign(own()))).toBeNull();
  });

  test("is refused with alg none, another key, and the shared secret where none is set", async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    expect(await auth().verify(`${part({ alg: "none" })}.${part(claims())}.`)).toBeNull();
    const other = await generateKeyPair("ES256");
    const forged = await new SignJWT(claims())
      .setProtectedHeader({ alg: "ES256", kid: "one" })
      .sign(other.privateKey);
    expect(await auth().verify(forged)).toBeNull();
    const old = await signShared(claims());
    expect(await auth().verify(old)).toBeNull();
    expect(await auth({ jwtSecret: shared }).verify(old)).not.toBeNull();
    const guessed = await signShared(claims(), JSON.stringify(jwk));
    expect(await auth({ jwtSecret: shared }).verify(guessed)).toBeNull();
  });
});

describe("the server", () => {
  const user = {
    id: "5f0c",
    email: "Ada@Mill.example",
    email_confirmed_at: "2026-11-30T10:00:00Z",
    user_metadata: { full_name: " Ada ", role: "owner", email_verified: true },
  };

  test("says who the person is, and what they typed gives no right", async () => {
    const made = auth({ user });
    expect(await made.whoIs("token")).toEqual({
      subject: "5f0c",
      email: "ada@mill.example",
      isEmailProven: true,
      name: "Ada",
    });
    expect(made.asked).toEqual(["/auth/v1/user sb_publishable_1"]);
    const { email_confirmed_at: _, ...open } = user;
    expect(await auth({ user: open }).whoIs("token")).toMatchObject({ isEmailProven: false });
  });

  test("ends a session that was logged out, and rejects when it is down", async () => {
    expect(await auth({ status: 403 }).whoIs("token")).toBeNull();
    await expect(auth({ status: 500 }).whoIs("token")).rejects.toThrow("500");
  });
});
