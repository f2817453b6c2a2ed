import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

type Tokens = { id: string | (() => Promise<string>) };

/** An issuer that speaks OpenID Connect and signs what a test wants. Each code counts once, as it does with real issuers. */
export async function oidcDouble() {
  const { publicKey, privateKey } = await generateKeyPair("RS256", { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: "one", alg: "RS256", use: "sig" };
  const codes = new Map<string, Tokens>();
  const exchanged: string[] = [];
  let userinfo: Record<string, unknown> = {};

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", issuer);
    const send = (status: number, body: unknown) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    };
    if (url.pathname === "/.well-known/openid-configuration")
      return send(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        userinfo_endpoint: `${issuer}/userinfo`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
      });
    if (url.pathname === "/keys") return send(200, { keys: [jwk] });
    if (url.pathname === "/userinfo") return send(200, userinfo);
    if (url.pathname !== "/token") return send(404, {});
    let body = "";
    for await (const part of request) body += part;
    const code = new URLSearchParams(body).get("code") ?? "";
    const tokens = codes.get(code);
    exchanged.push(code);
    codes.delete(code);
    if (!tokens) return send(400, { error: "invalid_grant" });
    const idToken = typeof tokens.id === "string" ? tokens.id : await tokens.id();
    return send(200, { access_token: "access", token_type: "Bearer", id_token: idToken });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;

  const sign = (claims: JWTPayload, header: object = {}, key = privateKey) =>
    new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "one", ...header }).sign(key);

  return {
    issuer,
    jwk,
    privateKey,
    exchanged,
    sign,
    tell(claims: Record<string, unknown>) {
      userinfo = claims;
    },
    /** Issues a code for a token. */
    issue(code: string, id: Tokens["id"]) {
      codes.set(code, { id });
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

export type OidcDouble = Awaited<ReturnType<typeof oidcDouble>>;
