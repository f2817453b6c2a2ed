import { X509Certificate } from "node:crypto";
import ipaddr from "ipaddr.js";
import { z } from "zod";

import { roles } from "../access/actions";
import { RoleRule } from "../identity/contract";
import { secret } from "../operation/secret";
import { count, idIn, instant } from "../shapes";
import { policyMethods } from "./contract/policy-methods";

const network = z
  .string()
  .trim()
  .max(60)
  .transform((given, context) => {
    const whole = given.includes("/") ? given : `${given}/${given.includes(":") ? 128 : 32}`;
    if (ipaddr.isValidCIDR(whole)) return whole;
    context.addIssue({ code: "custom", message: `${given} is no network; write 192.0.2.0/24` });
    return z.NEVER;
  });

/** The proof that a session needs to open the workspace. Empty lists allow everything. */
export const SignInPolicy = z.object({
  needsSecondFactor: z.boolean(),
  methods: z.array(z.enum(policyMethods)).max(policyMethods.length),
  sessionHours: z.number().int().min(1).max(720).nullable(),
  networks: z.array(network).max(100),
  breakGlassIds: z.array(z.string().max(60)).max(20),
});
export type SignInPolicy = z.output<typeof SignInPolicy>;

export const noPolicy: SignInPolicy = {
  needsSecondFactor: false,
  methods: [],
  sessionHours: null,
  networks: [],
  breakGlassIds: [],
};

export const ofConnection = z.object({ id: z.string().max(60) });

/** A certificate as people paste it: PEM, or its base64 alone. It becomes PEM. */
const certificate = z
  .string()
  .trim()
  .max(20_000)
  .transform((given, context) => {
    const pem = given.includes("-----BEGIN")
      ? given
      : `-----BEGIN CERTIFICATE-----\n${given.replaceAll(/\s/g, "")}\n-----END CERTIFICATE-----`;
    try {
      return new X509Certificate(pem).toString();
    } catch {
      context.addIssue({ code: "custom", message: "This is no certificate" });
      return z.NEVER;
    }
  });

const claim = z.string().trim().min(1).max(300).nullable();
const rules = {
  name: z.string().trim().min(1, "Name the sign-in").max(80),
  emailClaim: claim,
  nameClaim: claim,
  groupClaim: claim,
  defaultRole: z.enum(roles).exclude(["owner"]),
  roleMap: z.array(RoleRule).max(100),
  groupMap: z
    .array(z.object({ group: z.string().trim().min(1).max(300), groupId: z.string().max(60) }))
    .max(100),
  makesAccounts: z.boolean(),
};

/** The settings of a sign-in by OpenID Connect. A secret that is left out stays. */
export const OidcConnection = z.object({
  kind: z.literal("oidc"),
  ...rules,
  issuer: z.url({ protocol: /^https?$/ }).max(500),
  clientId: z.string().trim().min(1).max(300),
  clientSecret: secret(z.string().max(2000)).optional(),
});

/** The settings of a sign-in by SAML. Several certificates count while an issuer changes its own. */
export const SamlConnection = z.object({
  kind: z.literal("saml"),
  ...rules,
  issuer: z.string().trim().min(1).max(500),
  signInUrl: z.url({ protocol: /^https?$/ }).max(1000),
  certificates: z.array(certificate).min(1, "Give the certificate of the issuer").max(5),
});

export const ConnectionSettings = z.discriminatedUnion("kind", [OidcConnection, SamlConnection]);
export type ConnectionSettings = z.output<typeof ConnectionSettings>;

/** A sign-in as admins see it: no secret, and certificates by their fingerprint and end. */
export const Connection = z.object({
  id: idIn("sso"),
  kind: z.enum(["oidc", "saml"]),
  ...rules,
  issuer: z.string(),
  clientId: z.string().nullable(),
  hasSecret: z.boolean(),
  signInUrl: z.string().nullable(),
  certificates: z.array(
    z.object({ pem: z.string(), fingerprint: z.string(), expiresAt: instant.nullable() }),
  ),
  entityId: z.string(),
  callbackUrl: z.string(),
  logoutUrl: z.string().nullable(),
  isOn: z.boolean(),
  isTested: z.boolean(),
  testedAt: instant.nullable(),
  people: count,
  domains: z.array(
    z.object({
      domain: z.string(),
      proof: z.string(),
      provenAt: instant.nullable(),
    }),
  ),
});

export const domainName = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/, "Give a domain such as example.com");

/** Returns the name of the TXT record that proves a domain. */
export function proofName(domain: string): string {
  return `_besunny.${domain}`;
}
