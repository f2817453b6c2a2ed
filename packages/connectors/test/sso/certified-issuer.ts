import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/** A certified issuer of OpenID Connect, in this process. A person who signs in as `ada` has the address `ada@mill.example`. */
export async function certifiedIssuer({ callbackUrl }: { callbackUrl: string }) {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "besunny",
        client_secret: "a secret of the client",
        redirect_uris: [callbackUrl],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    cookies: { keys: ["a key for cookies of tests"] },
    pkce: { required: () => true },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    findAccount: async (_ctx, id) => ({
      accountId: id,
      claims: async () => ({
        sub: id,
        name: id,
        email: `${id}@mill.example`,
        email_verified: true,
      }),
    }),
  });
  server.on("request", provider.callback());
  return {
    settings: {
      kind: "oidc" as const,
      issuer,
      clientId: "besunny",
      clientSecret: "a secret of the client",
      claims: { email: null, name: null, groups: null },
    },
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}
