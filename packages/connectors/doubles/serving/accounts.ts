import { SourceFailure } from "../../src/sources/failures";
import type { Account } from "../../src/sources/source";
import type { Provider } from "../../src/sources/source-words";
import type { TokenBook } from "./tokens";

/** An account for tests. It counts how often its token was refused. */
export type TestAccount = Account & {
  refreshes: number;
  tokensSeen: string[];
  /** True: the next refresh rejects, as after a person took the rights back. */
  isDead: boolean;
};

/** Returns the account of a person at a double, with a token that the double accepts. */
export function accountAt({
  tokens,
  provider,
  address,
  scopes = [],
  settings = {},
}: {
  tokens: TokenBook;
  provider: Provider;
  address: string;
  scopes?: string[];
  settings?: Record<string, string>;
}): TestAccount {
  let current = tokens.issue(address, { scopes });
  const account: TestAccount = {
    id: `con_${provider}_${address}`,
    provider,
    subject: null,
    address,
    settings,
    refreshes: 0,
    tokensSeen: [current],
    isDead: false,
    token: async () => current,
    refresh: async () => {
      account.refreshes += 1;
      if (account.isDead) {
        const details = { reason: "revoked" } as const;
        throw new SourceFailure("reconnect-needed", "The rights were taken back.", details);
      }
      current = tokens.issue(address, { scopes });
      account.tokensSeen.push(current);
      return current;
    },
  };
  return account;
}
