/** The claims of a token that Supabase Auth signed. */
export type SupabaseClaims = {
  issuer: string;
  subject: string;
  /** The session there. Logging out ends it, and the token still verifies until it runs out. */
  sessionId: string;
  expiresAt: Date;
};

/** The person of a token as Supabase Auth has them now. Nothing here was typed by the person themselves but the name. */
export type SupabasePerson = {
  subject: string;
  email: string;
  isEmailProven: boolean;
  name: string;
};

/** Checks tokens of the project's Supabase Auth. */
export type SupabaseAuth = {
  /** Returns the claims of a token that is signed, of this project, and of somebody who is known; null for any other. */
  verify(token: string): Promise<SupabaseClaims | null>;
  /** Asks the server whether the session of the token lives. Returns null if it has ended; rejects if the server does not answer. */
  whoIs(token: string): Promise<SupabasePerson | null>;
};
