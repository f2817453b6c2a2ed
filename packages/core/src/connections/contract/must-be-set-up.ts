import type { OAuthClient } from "@besunny/connectors/oauth/provider";
import type { Sources, Where } from "@besunny/connectors/sources/registry";
import type { Provider } from "@besunny/connectors/sources/source-words";

import { conflict } from "../../errors";

/** Returns the client at a provider. Throws `CONFLICT` with what the operator must set. */
export function mustBeSetUp(sources: Sources, provider: Provider, where: Where): OAuthClient {
  const client = sources.clientOf(provider, where);
  if (client) return client;
  const missing = sources.providers().find((each) => each.provider === provider)?.missing ?? [];
  return conflict(
    "This provider is not set up here",
    missing.length > 0
      ? `Ask the people who run BeSunny to set ${missing.join(" and ")}.`
      : undefined,
  );
}
