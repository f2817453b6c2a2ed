import type { Account } from "@besunny/connectors/sources/source";

import type { Caller } from "../../operation/caller";
import { asJob } from "../../operation/caller-of";
import type { FoundConnection } from "../find-connection";
import { tokenOf } from "../token-of";

/** Returns the account of a connection for adapters, which ask for a token before each request. */
export function accountOf(caller: Caller, connection: FoundConnection): Account {
  const { id, provider, subject, address, settings } = connection;
  const reader = asJob(caller, "sync-source");
  let last: string | null = null;
  const read = async (refused: string | null) => {
    const { token } = await tokenOf(reader, { id, refused });
    last = token;
    return token;
  };
  return {
    id,
    provider,
    subject,
    address,
    settings,
    token: () => read(null),
    refresh: () => read(last),
  };
}
