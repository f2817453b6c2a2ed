/** The settings of an organisation's sign-in, with its secret opened. */
export type SsoSettings =
  | {
      kind: "oidc";
      issuer: string;
      clientId: string;
      clientSecret: string | null;
      claims: SsoClaims;
    }
  | {
      kind: "saml";
      issuer: string;
      signInUrl: string;
      certificates: readonly string[];
      claims: SsoClaims;
    };
export type OidcSettings = Extract<SsoSettings, { kind: "oidc" }>;
export type SamlSettings = Extract<SsoSettings, { kind: "saml" }>;

/** The names under which the issuer says address, name and groups; null for the usual ones. */
export type SsoClaims = { email: string | null; name: string | null; groups: string | null };

/** Our place at the issuer: our own id there, and where its answer goes. Both are of one connection alone. */
export type SsoPlace = { entityId: string; callbackUrl: string };

/** The part that must come back unchanged; kept sealed until then. */
export type SsoSecret = { verifier: string; nonce: string; requestId: string };

/** The data of a person that an issuer has proven. */
export type SsoPerson = {
  issuer: string;
  subject: string;
  email: string;
  name: string;
  groups: string[];
  /** The session at the issuer, by which it can be ended from there. */
  sid: string | null;
  /** The id of the assertion and its end; null where the way itself counts once. */
  assertion: { id: string; expiresAt: Date } | null;
};

/** The answer of an issuer, as the browser brought it. */
export type SsoAnswer = { kind: "oidc"; url: string } | { kind: "saml"; response: string };

export type SsoLogout = {
  subject: string | null;
  sid: string | null;
  id: string;
  expiresAt: Date;
};

/** An answer or a setting that was refused. `reason` is for people who set the connection up, and holds no secret. */
export class SsoRefused extends Error {
  override readonly name = "SsoRefused";
  readonly reason: string;

  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** Speaks with the issuers of organisations. Nothing that it returns was not proven. */
export type Sso = {
  /** Returns where to send the browser. `isFresh` asks the issuer to prove the person again. */
  begin(
    settings: SsoSettings,
    asked: { place: SsoPlace; state: string; secret: SsoSecret; isFresh: boolean },
  ): Promise<string>;
  /** Checks an answer. Rejects with `SsoRefused` for whatever is not proven. */
  finish(
    settings: SsoSettings,
    asked: { place: SsoPlace; state: string; secret: SsoSecret; answer: SsoAnswer },
  ): Promise<SsoPerson>;
  /** Rejects with `SsoRefused` if the settings cannot work: an issuer that does not answer, a certificate that is none. */
  check(settings: SsoSettings): Promise<void>;
  /** Checks a logout token (OpenID Connect Back-Channel Logout 1.0). */
  readLogout(settings: OidcSettings, token: string): Promise<SsoLogout>;
  /** Returns the TXT records of a name; none where there is no such name. */
  txtRecords(name: string): Promise<string[]>;
};
