import * as openid from "openid-client";

import type { OAuthClient } from "./provider";

/** Returns the settings of openid-client for building addresses, which needs no network. */
export function plainConfiguration(client: OAuthClient): openid.Configuration {
  return allowingDoubles(
    client,
    new openid.Configuration(metadataOf(client), client.clientId, client.clientSecret),
  );
}

/** Returns the settings for exchanging codes and tokens. Signatures of id tokens are checked where the keys are known. */
export async function exchangingConfiguration(client: OAuthClient): Promise<openid.Configuration> {
  const made = client.issuer?.includes("{tenantid}")
    ? await ofManyTenants(client)
    : new openid.Configuration(metadataOf(client), client.clientId, client.clientSecret);
  if (client.jwksUrl) openid.enableNonRepudiationChecks(made);
  return allowingDoubles(client, made);
}

/**
 * The issuer of Microsoft's tokens holds the tenant of the person. openid-client knows that only after a discovery at Microsoft's own address,
 * so it is shown the metadata that we have.
 */
async function ofManyTenants(client: OAuthClient): Promise<openid.Configuration> {
  const server = new URL("https://login.microsoftonline.com/organizations/v2.0");
  const made = await openid.discovery(server, client.clientId, client.clientSecret, undefined, {
    [openid.customFetch]: async () => Response.json(metadataOf(client)),
  });
  made[openid.customFetch] = (url, options) => fetch(url, options as RequestInit);
  return made;
}

function metadataOf(client: OAuthClient): openid.ServerMetadata {
  return {
    issuer: client.issuer ?? new URL(client.tokenUrl).origin,
    authorization_endpoint: client.authorizeUrl,
    token_endpoint: client.tokenUrl,
    ...(client.revokeUrl && { revocation_endpoint: client.revokeUrl }),
    ...(client.jwksUrl && { jwks_uri: client.jwksUrl }),
  };
}

/** Doubles speak http on this machine. Nothing else may. */
function allowingDoubles(client: OAuthClient, made: openid.Configuration): openid.Configuration {
  const { protocol, hostname } = new URL(client.tokenUrl);
  const isHere = hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";
  if (protocol === "http:" && isHere) openid.allowInsecureRequests(made);
  return made;
}
