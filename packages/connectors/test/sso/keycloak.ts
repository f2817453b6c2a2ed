import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { OidcSettings, SamlSettings } from "../../src/sso/sso-words";

const PORT = 18_480;
const MINUTES = 10;
const admin = { KC_BOOTSTRAP_ADMIN_USERNAME: "admin", KC_BOOTSTRAP_ADMIN_PASSWORD: "admin" };
const claims = { email: null, name: null, groups: "groups" };

/** The script that starts Keycloak: `KEYCLOAK` names it, or it is on the path. `KEYCLOAK_URL` names a server of development that runs already. */
const script = process.env.KEYCLOAK ?? "kc.sh";

/** Returns why no Keycloak can be asked; null if one can. */
export function whyNoKeycloak(): string | null {
  if (process.env.KEYCLOAK_URL) return null;
  const isThere = spawnSync(script, ["--version"]).status === 0;
  return isThere ? null : `there is no ${script}; set KEYCLOAK, or KEYCLOAK_URL`;
}

type Places = { oidc: { callbackUrl: string }; saml: { callbackUrl: string; entityId: string } };

/** Starts Keycloak and makes a realm with a person, a group and two clients: ours by OpenID Connect, and ours by SAML. */
export async function aKeycloak(places: Places) {
  const data = await mkdtemp(join(tmpdir(), "besunny-keycloak-"));
  const url = process.env.KEYCLOAK_URL ?? `http://127.0.0.1:${PORT}`;
  const process_ = process.env.KEYCLOAK_URL ? null : started(data);
  await answers(url);
  const token = await tokenOf(url);
  const realm = `mill-${Date.now()}`;
  const made = await fetch(`${url}/admin/realms`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(realmOf(realm, places)),
  });
  if (!made.ok) throw new Error(`Keycloak made no realm: ${made.status} ${await made.text()}`);
  const issuer = `${url}/realms/${realm}`;
  const told = await (await fetch(`${issuer}/protocol/saml/descriptor`)).text();
  const certificates = [...told.matchAll(/X509Certificate>([^<]+)</g)].map(([, text = ""]) => text);
  const oidc: OidcSettings = {
    kind: "oidc",
    issuer,
    clientId: "besunny",
    clientSecret: "a-secret-of-the-client",
    claims,
  };
  const saml: SamlSettings = {
    kind: "saml",
    issuer,
    signInUrl: `${issuer}/protocol/saml`,
    certificates,
    claims,
  };
  return {
    oidc,
    saml,
    typed: { username: "ada", password: "a password of Ada" },
    async close() {
      process_?.kill();
      await rm(data, { recursive: true, force: true });
    },
  };
}

function started(data: string): ChildProcess {
  return spawn(script, ["start-dev", "--http-host=127.0.0.1", `--http-port=${PORT}`], {
    stdio: "ignore",
    env: { ...process.env, ...admin, KC_DB_URL: `jdbc:h2:file:${join(data, "h2")}` },
  });
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < MINUTES * 60; tries += 1) {
    const answer = await fetch(`${url}/realms/master`).catch(() => null);
    if (answer?.ok) return;
    await wait(1000);
  }
  throw new Error("Keycloak does not answer");
}

async function tokenOf(url: string): Promise<string> {
  const answer = await fetch(`${url}/realms/master/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "password",
      client_id: "admin-cli",
      username: admin.KC_BOOTSTRAP_ADMIN_USERNAME,
      password: admin.KC_BOOTSTRAP_ADMIN_PASSWORD,
    }),
  });
  const told: unknown = await answer.json();
  if (typeof told !== "object" || told === null || !("access_token" in told))
    throw new Error("Keycloak gave no token to its admin");
  return String(told.access_token);
}

function realmOf(realm: string, { oidc, saml }: Places) {
  const attribute = (name: string, property: string) => ({
    name,
    protocol: "saml",
    protocolMapper: "saml-user-property-mapper",
    config: { "user.attribute": property, "attribute.name": name },
  });
  return {
    realm,
    enabled: true,
    sslRequired: "none",
    groups: [{ name: "staff" }, { name: "admins" }],
    users: [
      {
        username: "ada",
        enabled: true,
        email: "Ada@mill.example",
        emailVerified: true,
        firstName: "Ada",
        lastName: "Miller",
        groups: ["/staff", "/admins"],
        credentials: [{ type: "password", value: "a password of Ada", temporary: false }],
      },
    ],
    clients: [
      {
        clientId: "besunny",
        protocol: "openid-connect",
        secret: "a-secret-of-the-client",
        redirectUris: [oidc.callbackUrl],
        protocolMappers: [
          {
            name: "groups",
            protocol: "openid-connect",
            protocolMapper: "oidc-group-membership-mapper",
            config: { "claim.name": "groups", "full.path": "false", "id.token.claim": "true" },
          },
        ],
      },
      {
        clientId: saml.entityId,
        protocol: "saml",
        redirectUris: [saml.callbackUrl],
        attributes: {
          "saml.client.signature": "false",
          "saml.assertion.signature": "true",
          "saml.server.signature": "true",
          "saml.signature.algorithm": "RSA_SHA256",
          "saml.force.post.binding": "true",
          saml_name_id_format: "persistent",
          saml_force_name_id_format: "true",
        },
        protocolMappers: [
          attribute("email", "email"),
          attribute("name", "firstName"),
          {
            name: "groups",
            protocol: "saml",
            protocolMapper: "saml-group-membership-mapper",
            config: { "attribute.name": "groups", single: "true", "full.path": "false" },
          },
        ],
      },
    ],
  };
}
