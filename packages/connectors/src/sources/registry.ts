import type { OAuth, OAuthClient } from "../oauth/provider";
import type { ScopeInWords, Source } from "./source";
import type { Provider, SourceKind } from "./source-words";

/** The settings of an operator for a provider, and what is missing. */
export type ProviderSetUp = {
  provider: Provider;
  /** True: people can connect accounts. */
  isSetUp: boolean;
  /** True: there is a double, in which people can try with a practice account. */
  hasPractice: boolean;
  /** The names of the variables that an operator must set. Empty if none is missing. */
  missing: string[];
  /** The kinds of sources that this build can read. */
  kinds: SourceKind[];
};

/** The place of an account: at the vendor, or in the double that an operator has switched on. */
export type Where = { isPractice: boolean };

/** Everything that operations need to reach the places that documents come from. SDKs are loaded when they are first needed. */
export type Sources = {
  providers(): ProviderSetUp[];
  /** Returns the adapter of a kind. Rejects if this build has none. */
  of(kind: SourceKind, where: Where): Promise<Source>;
  /** The rights that a kind asks for, in words. */
  rightsOf(kind: SourceKind): Promise<ScopeInWords[]>;
  oauth(): Promise<OAuth>;
  /** Returns the client that an operator has registered; null where none is set up. */
  clientOf(provider: Provider, where: Where): OAuthClient | null;
  /** The address to which people come back from a consent. */
  redirectUri: string;
  /** Returns the address that a provider shall call. Null: BeSunny has no address that providers can reach, and looks by itself. */
  hookUrlOf(token: string): string | null;
};
