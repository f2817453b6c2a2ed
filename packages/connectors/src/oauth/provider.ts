import type { Provider } from "../sources/source-words";

/** The client that an operator has registered at a provider, and where the provider is. Addresses differ for doubles and national clouds. */
export type OAuthClient = {
  provider: Provider;
  clientId: string;
  clientSecret: string;
  authorizeUrl: string;
  tokenUrl: string;
  revokeUrl: string | null;
  /** The root of the provider's API. Null: the vendor's own. */
  apiUrl: string | null;
  /** The issuer of id tokens. It may hold `{tenantid}`. Null: the provider has no id tokens. */
  issuer?: string | null;
  /** The address of the keys that sign id tokens. Where it is given, signatures are checked. */
  jwksUrl?: string | null;
};

/** The tokens of an account. `refreshToken` may change with every refresh. */
export type Tokens = {
  accessToken: string;
  refreshToken: string | null;
  expiresAt: Date | null;
  scopes: string[];
  /** The claims of the id token, where there is one. */
  subject: string | null;
  address: string | null;
  isAddressProven: boolean;
  tenant: string | null;
};

/** The consent of a person, as three steps. Failures are `SourceFailure`s. */
export type OAuth = {
  /** Returns the address to send the person to. `verifier` belongs to PKCE and is kept until the exchange. */
  begin(asked: {
    client: OAuthClient;
    scopes: readonly string[];
    state: string;
    redirectUri: string;
    loginHint?: string;
  }): {
    url: string;
    verifier: string;
  };
  /** Reads the address that the person came back to. Rejects with `refused` if the person or an admin said no. */
  answer(given: { client: OAuthClient; url: string; state: string }): { code: string };
  exchange(given: {
    client: OAuthClient;
    code: string;
    verifier: string;
    redirectUri: string;
  }): Promise<Tokens>;
  /** `consentedAt` lets a failure say that the consent screen is still in testing. */
  refresh(given: {
    client: OAuthClient;
    refreshToken: string;
    consentedAt?: Date;
  }): Promise<Tokens>;
  revoke(given: { client: OAuthClient; token: string }): Promise<void>;
};
