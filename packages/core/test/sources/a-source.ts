import { randomUUID } from "node:crypto";
import type { OAuth, OAuthClient, Tokens } from "@besunny/connectors/oauth/provider";
import type { Sources } from "@besunny/connectors/sources/registry";
import { tokensOf } from "../../src/connections/contract/tokens";
import { keepConnection } from "../../src/connections/keep-connection";
import { planConnection } from "../../src/connections/plan-connection";
import type { WorkspaceContext } from "../../src/context";
import { addSource } from "../../src/sources/add-source";
import { fetchBatch } from "../../src/sources/fetching/fetch-batch";
import { countSource } from "../../src/sources/looking/count-source";
import { syncStep } from "../../src/sources/looking/sync-step";
import { aCall } from "../contexts";
import { createMemorySource, type MemorySource } from "./memory-source";

const client: OAuthClient = {
  provider: "google",
  clientId: "a client",
  clientSecret: "a secret",
  authorizeUrl: "https://provider.example/authorize",
  tokenUrl: "https://provider.example/token",
  revokeUrl: null,
  apiUrl: null,
};

/** A person's account at a provider in memory, with consents that end as the test says. */
export function createMemoryProvider(memory: MemorySource = createMemorySource()) {
  let tokens = 0;
  const issued = (subject: string, scopes = ["drive.readonly"]): Tokens => {
    tokens += 1;
    return {
      accessToken: `access-${tokens}-planted`,
      refreshToken: `refresh-${tokens}-planted`,
      expiresAt: new Date("2100-01-01"),
      scopes,
      subject,
      address: `${subject}@harbour.example`,
      isAddressProven: true,
      tenant: null,
    };
  };
  const provider = { subject: `ana-${randomUUID()}`, scopes: ["drive.readonly"], refreshes: 0 };
  let latest: string | null = null;
  const oauth: OAuth = {
    begin: ({ state }) => ({
      url: `https://provider.example/authorize?state=${state}`,
      verifier: "a verifier",
    }),
    answer: ({ url }) => ({ code: new URL(url).searchParams.get("code") ?? "" }),
    exchange: async () => {
      const made = issued(provider.subject, provider.scopes);
      latest = made.refreshToken;
      return made;
    },
    refresh: async ({ refreshToken }) => {
      provider.refreshes += 1;
      if (latest !== null && refreshToken !== latest)
        throw new Error("A refresh token that was used before came again");
      const made = issued(provider.subject);
      latest = made.refreshToken;
      await new Promise((resolve) => setImmediate(resolve));
      return made;
    },
    revoke: async () => undefined,
  };
  const sources: Sources = {
    providers: () => [
      { provider: "google", isSetUp: true, hasPractice: false, missing: [], kinds: ["drive"] },
    ],
    of: async () => memory.source,
    rightsOf: async () => memory.source.facts.scopes,
    oauth: async () => oauth,
    clientOf: () => client,
    redirectUri: "http://localhost:3000/api/oauth/callback",
    hookUrlOf: (token) => `https://files.example/hooks/${token}`,
  };
  return {
    memory,
    sources,
    oauth,
    /** Sets the subject of the next consent, and the rights in it. */
    provider,
    issued(subject: string) {
      const made = issued(subject);
      latest = made.refreshToken;
      return made;
    },
  };
}
export type MemoryProvider = ReturnType<typeof createMemoryProvider>;

/** Keeps an account of the person at the provider in memory. Returns the id of the connection. */
export async function aConnection(
  ctx: WorkspaceContext,
  given: MemoryProvider,
  { expiresAt = new Date("2100-01-01") }: { expiresAt?: Date } = {},
): Promise<string> {
  const made = given.issued(given.provider.subject);
  const { accessToken, refreshToken, subject, address, isAddressProven, tenant, scopes } = made;
  const account = subject ?? "";
  const { id } = await planConnection(ctx, {
    provider: "google",
    subject: account,
    connectionId: null,
  });
  await keepConnection(ctx, {
    ...{ isAddressProven, tenant, scopes, id },
    stateHash: null,
    provider: "google",
    kind: "personal",
    isPractice: false,
    subject: account,
    address: address ?? "",
    settings: {},
    isLimited: false,
    sealed: ctx.sealer.seal(JSON.stringify({ accessToken, refreshToken }), tokensOf(id)),
    expiresAt,
  });
  return id;
}

/** Adds the root of the drive in memory as a source. */
export async function aSource(
  ctx: WorkspaceContext,
  connectionId: string,
  more: Partial<Parameters<typeof addSource>[1]> = {},
): Promise<string> {
  const { id } = await addSource(ctx, {
    connectionId,
    kind: "drive",
    root: { folder: "root" },
    name: "My Drive",
    ...more,
  });
  return id;
}

/** The same workspace as a source sees it, with its owner. */
export function asSource(
  ctx: WorkspaceContext & { actor: { kind: "user"; id: string } },
  id: string,
): WorkspaceContext {
  const actor = { kind: "source" as const, id, ownerId: ctx.actor.id };
  return { ...ctx, ...aCall("job"), actor };
}

/** Looks at a source until there is nothing more to do now. Returns the number of steps. */
export async function sync(source: WorkspaceContext, id: string, most = 200): Promise<number> {
  for (let step = 1; step <= most; step += 1) {
    const { next } = await syncStep(source, { id });
    if (next === "count") await countSource(source, { id });
    if (next !== "again") return step;
  }
  throw new Error(`The source was not over after ${most} steps`);
}

/** Fetches what waits. */
export async function fetchAll(source: WorkspaceContext, id: string): Promise<number> {
  let fetched = 0;
  for (let batch = 0; batch < 100; batch += 1) {
    const done = await fetchBatch(source, { id });
    fetched += done.fetched;
    if (done.isOver) return fetched;
  }
  throw new Error("The pump did not end");
}
