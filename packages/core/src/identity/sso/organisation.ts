import type { SsoPlace, SsoSettings } from "@besunny/connectors/sso/sso-words";
import type { IdentityRepositories } from "@besunny/db/identity/identity-database";

import type { IdentityContext } from "../../context";
import { notFound } from "../../errors";
import { ssoPlaceOf } from "../contract";
import { clientSecretPlace } from "../contract/client-secret";

export type Organisation = NonNullable<
  Awaited<ReturnType<IdentityRepositories["organisationSignIns"]["find"]>>
>;

/** Returns a connection with its settings opened. Throws `NOT_FOUND` for one that is unknown, or off where it must be on. */
export async function organisationOf(
  ctx: IdentityContext,
  id: string,
  { mustBeOn }: { mustBeOn: boolean },
): Promise<{ organisation: Organisation; settings: SsoSettings; place: SsoPlace }> {
  const organisation = await ctx.db.identity.organisationSignIns.find(id);
  if (!organisation || (mustBeOn && !organisation.isOn)) return notFound("Sign-in", id);
  const kind = organisation.kind === "saml" ? "saml" : "oidc";
  return {
    organisation,
    settings: settingsOf(ctx, organisation),
    place: ssoPlaceOf(ctx.webUrl, { id, kind }),
  };
}

/** Returns the settings of a row, with the secret opened. */
export function settingsOf(
  { sealer }: Pick<IdentityContext, "sealer">,
  row: Pick<
    Organisation,
    | "id"
    | "kind"
    | "issuer"
    | "clientId"
    | "sealedClientSecret"
    | "signInUrl"
    | "certificates"
    | "emailClaim"
    | "nameClaim"
    | "groupClaim"
  >,
): SsoSettings {
  const { id, kind, issuer, clientId, sealedClientSecret, signInUrl, certificates } = row;
  const claims = { email: row.emailClaim, name: row.nameClaim, groups: row.groupClaim };
  if (kind === "saml")
    return { kind: "saml", issuer, signInUrl: signInUrl ?? "", certificates, claims };
  const clientSecret = sealedClientSecret && sealer.open(sealedClientSecret, clientSecretPlace(id));
  return { kind: "oidc", issuer, clientId: clientId ?? "", clientSecret, claims };
}
