import { createSso } from "@besunny/connectors/sso/sso";
import { oidcDouble } from "@besunny/connectors/test/sso/oidc-double";
import { encode, type Said, samlDouble } from "@besunny/connectors/test/sso/saml-double";

/** Issuers of organisations, and the one that asks them; tests may let it ask at their own machine. */
export const anOidcIssuer = oidcDouble;
export const aSamlIssuer = samlDouble;
export const asSamlResponse = encode;
export type SamlSaid = Said;

/** Makes the one that asks issuers, with TXT records that a test sets. */
export function anSso(proofs: ReadonlyMap<string, readonly string[]>) {
  return createSso({
    allowList: ["127.0.0.1", "localhost"],
    resolve: async (name) => (proofs.get(name) ?? []).map((text) => [text]),
  });
}
