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
  exchange(given: {
    client: OAuthClient;
    code: string;
    verifier: string;
    redirectUri: string;
  }): Promise<Tokens>;
  refresh(given: { client: OAuthClient; refreshToken: string }): Promise<Tokens>;
  revoke(given: { client: OAuthClient; token: string }): Promise<void>;
};
