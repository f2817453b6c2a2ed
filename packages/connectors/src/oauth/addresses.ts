import type { Provider } from "../sources/source-words";
import type { OAuthClient } from "./provider";

type Addresses = Omit<OAuthClient, "provider" | "clientId" | "clientSecret">;
type OAuthProvider = Exclude<Provider, "imap">;

/** Returns the addresses of a vendor, or those of its double at `doubles`. `tenant` is for Microsoft alone. */
export function addressesOf(
  provider: OAuthProvider,
  { doubles = null, tenant = "common" }: { doubles?: string | null; tenant?: string } = {},
): Addresses {
  return doubles ? ofDouble(provider, doubles.replace(/\/$/, "")) : ofVendor(provider, tenant);
}

function ofDouble(provider: OAuthProvider, origin: string): Addresses {
  const root = `${origin}/oauth/${provider}`;
  return {
    authorizeUrl: `${root}/authorize`,
    tokenUrl: `${root}/token`,
    revokeUrl: provider === "google" ? `${root}/revoke` : null,
    apiUrl: origin,
    issuer: provider === "dropbox" ? null : provider === "google" ? root : `${root}/{tenantid}`,
    jwksUrl: provider === "dropbox" ? null : `${root}/certs`,
  };
}

function ofVendor(provider: OAuthProvider, tenant: string): Addresses {
  if (provider === "google") {
    return {
      authorizeUrl: "https://accounts.google.com/o/oauth2/v2/auth",
      tokenUrl: "https://oauth2.googleapis.com/token",
      revokeUrl: "https://oauth2.googleapis.com/revoke",
      apiUrl: null,
      issuer: "https://accounts.google.com",
      jwksUrl: "https://www.googleapis.com/oauth2/v3/certs",
    };
  }
  if (provider === "dropbox") {
    return {
      authorizeUrl: "https://www.dropbox.com/oauth2/authorize",
      tokenUrl: "https://api.dropboxapi.com/oauth2/token",
      revokeUrl: null,
      apiUrl: null,
    };
  }
  const root = `https://login.microsoftonline.com/${tenant}`;
  return {
    authorizeUrl: `${root}/oauth2/v2.0/authorize`,
    tokenUrl: `${root}/oauth2/v2.0/token`,
    revokeUrl: null,
    apiUrl: null,
    issuer: "https://login.microsoftonline.com/{tenantid}/v2.0",
    jwksUrl: `${root}/discovery/v2.0/keys`,
  };
}
