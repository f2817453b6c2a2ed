import { addressesOf } from "@besunny/connectors/oauth/addresses";
import type { OAuthClient } from "@besunny/connectors/oauth/provider";
import { createLimiter, type Limiter } from "@besunny/connectors/sources/limiter";
import type { ProviderSetUp, Sources, Where } from "@besunny/connectors/sources/registry";
import type { Source } from "@besunny/connectors/sources/source";
import {
  type Provider,
  providerOf,
  providers,
  type SourceKind,
  sourceKinds,
} from "@besunny/connectors/sources/source-words";

import type { Env } from "../env";

type Consenting = Exclude<Provider, "imap">;
type Made = { limiter: Limiter; apiUrl: string | null; env: Env };

/** The adapter of each kind. It is loaded with its SDK when it is first needed. */
const makers: Record<SourceKind, (made: Made) => Promise<Source>> = {
  drive: async (made) =>
    (await import("@besunny/connectors/sources/google/drive")).createDriveSource(made),
  gmail: async (made) =>
    (await import("@besunny/connectors/sources/google/gmail")).createGmailSource({
      ...made,
      topic: made.env.GOOGLE_PUBSUB_TOPIC ?? null,
    }),
  "google-calendar": async (made) =>
    (await import("@besunny/connectors/sources/google/calendar")).createCalendarSource(made),
  onedrive: async (made) =>
    (await import("@besunny/connectors/sources/microsoft/drive")).createDriveSource(made),
  sharepoint: async (made) =>
    (await import("@besunny/connectors/sources/microsoft/drive")).createDriveSource(made),
  outlook: async (made) =>
    (await import("@besunny/connectors/sources/microsoft/mail")).createOutlookSource(made),
  "outlook-calendar": async (made) =>
    (await import("@besunny/connectors/sources/microsoft/calendar")).createOutlookCalendarSource(
      made,
    ),
  teams: async (made) =>
    (await import("@besunny/connectors/sources/microsoft/transcripts")).createTeamsSource(made),
  dropbox: async (made) =>
    (await import("@besunny/connectors/sources/dropbox/files")).createDropboxSource(made),
  imap: async ({ limiter, env }) =>
    (await import("@besunny/connectors/sources/imap/imap")).createImap({
      limiter,
      allowList: env.IMAP_ALLOW ?? [],
    }),
};

/** The variables that an operator sets for a provider. */
const variables = {
  google: ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  microsoft: ["MICROSOFT_CLIENT_ID", "MICROSOFT_CLIENT_SECRET"],
  dropbox: ["DROPBOX_CLIENT_ID", "DROPBOX_CLIENT_SECRET"],
} as const satisfies Record<Consenting, readonly [keyof Env, keyof Env]>;

type SourcesTools = {
  webUrl: string;
  /** Keeps that an account, or a whole provider, asks to wait, so that all workers stop together. */
  onBlocked(of: Blocked, until: Date): Promise<void>;
};
export type Blocked = { connectionId: string } | { provider: Provider; isPractice: boolean };

/** Returns the providers that the operator has set up, and their adapters. `webUrl` is the address that people use. */
export function createSources(env: Env, { webUrl, onBlocked }: SourcesTools): Sources {
  const limiters = new Map<boolean, Promise<Limiter>>();
  const adapters = new Map<string, Promise<Source>>();
  const doubles = env.DOUBLES ? (env.DOUBLES_URL ?? null) : null;

  const limiterOf = ({ isPractice }: Where): Promise<Limiter> => {
    const known = limiters.get(isPractice) ?? makeLimiter(isPractice, onBlocked);
    limiters.set(isPractice, known);
    return known;
  };

  const of: Sources["of"] = (kind, where) => {
    const isPractice = where.isPractice && providerOf[kind] !== "imap";
    const key = `${kind}/${isPractice}`;
    const known =
      adapters.get(key) ??
      limiterOf({ isPractice }).then((limiter) =>
        makers[kind]({ limiter, apiUrl: isPractice ? doubles : null, env }),
      );
    known.catch(() => adapters.delete(key));
    adapters.set(key, known);
    return known;
  };

  const clientOf: Sources["clientOf"] = (provider, { isPractice }) => {
    if (provider === "imap") return null;
    if (isPractice) return doubles === null ? null : practiceClient(provider, doubles);
    const [id, secret] = variables[provider];
    const [clientId, clientSecret] = [env[id], env[secret]];
    if (!clientId || !clientSecret) return null;
    const addresses = addressesOf(provider, { tenant: env.MICROSOFT_TENANT });
    return { provider, clientId, clientSecret, ...addresses };
  };

  return {
    of,
    clientOf,
    providers: () => providers.map((provider) => setUpOf(provider, env, doubles)),
    rightsOf: async (kind) => (await of(kind, { isPractice: false })).facts.scopes,
    oauth: async () => (await import("@besunny/connectors/oauth/oauth")).createOAuth(),
    redirectUri: `${webUrl}/api/oauth/callback`,
    hookUrlOf: (token) =>
      isReachable(webUrl) || doubles !== null ? `${webUrl}/api/hooks/source/${token}` : null,
  };
}

function setUpOf(provider: Provider, env: Env, doubles: string | null): ProviderSetUp {
  const kinds = sourceKinds.filter((kind) => providerOf[kind] === provider);
  if (provider === "imap")
    return { provider, isSetUp: true, hasPractice: false, missing: [], kinds };
  const missing = variables[provider].filter((name) => !env[name]);
  return {
    provider,
    isSetUp: missing.length === 0,
    hasPractice: doubles !== null,
    missing,
    kinds,
  };
}

/** Doubles take any client. */
function practiceClient(provider: Consenting, doubles: string): OAuthClient {
  const addresses = addressesOf(provider, { doubles });
  return { provider, clientId: "practice", clientSecret: "practice", ...addresses };
}

async function makeLimiter(
  isPractice: boolean,
  onBlocked: SourcesTools["onBlocked"],
): Promise<Limiter> {
  const { googlePaces } = await import("@besunny/connectors/sources/google/paces");
  const { microsoftPaces } = await import("@besunny/connectors/sources/microsoft/paces");
  const { otherPaces } = await import("@besunny/connectors/sources/other-paces");
  return createLimiter({
    paces: { ...googlePaces, ...microsoftPaces, ...otherPaces },
    onBlocked(key, until) {
      const of = blockedOf(key, isPractice);
      return of ? onBlocked(of, until) : undefined;
    },
  });
}

/** Returns whom the key of a bucket means. Accounts are named by their connections. */
function blockedOf(key: string, isPractice: boolean): Blocked | null {
  const [name, scope, connectionId] = key.split("/");
  const provider = providers.find((each) => each === name);
  if (scope === "account" && connectionId) return { connectionId };
  return provider && scope === "app" ? { provider, isPractice } : null;
}

/** Providers call public addresses, by https alone. */
function isReachable(webUrl: string): boolean {
  const { protocol, hostname } = new URL(webUrl);
  return protocol === "https:" && hostname.includes(".") && !/^[\d.]+$/.test(hostname);
}
