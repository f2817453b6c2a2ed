import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { createLocalFiles } from "@besunny/connectors/files/local-files";
import { createChanges } from "@besunny/db/changes";
import { createDatabase, type DatabaseUrls } from "@besunny/db/database";
import { afterAll } from "vitest";
import type { KeyScope, Role } from "../src/access/actions";
import type { Actor, ProjectMembership, Via } from "../src/access/actor";
import type { JobName } from "../src/access/jobs";
import type {
  CallContext,
  IdentityContext,
  Passwords,
  PlatformContext,
  Tools,
  WorkspaceContext,
} from "../src/context";
import { signUp } from "../src/identity/sign-up";
import { callerOf } from "../src/operation/caller-of";
import type { Door } from "../src/operation/door";
import { noHooks } from "../src/operation/hooks";
import { type GivenTools, onlyWith, sealerOf, silentLog, toolsOf } from "./tools";

/** The folder of all files of this process. */
export const directory = await mkdtemp(join(tmpdir(), "besunny-core-"));
const appUrl = required("TEST_APP_URL");

export const databaseUrls: DatabaseUrls = {
  app: appUrl,
  identity: required("TEST_IDENTITY_URL"),
  platform: required("TEST_PLATFORM_URL"),
};

/** The test server's database, as the application's roles see it. */
export const database = createDatabase(databaseUrls);
const changes = createChanges(appUrl);
const files = createLocalFiles({ directory });

afterAll(async () => {
  await Promise.all([database.close(), changes.close()]);
  await rm(directory, { recursive: true, force: true });
});

/** Reversible and cheap: what a hash is worth is tested where the real one is. */
export const cheapPasswords: Passwords = {
  hash: async (password) => `reversed:${[...password].reverse().join("")}`,
  verify: async (hash, password) => hash === `reversed:${[...password].reverse().join("")}`,
};

/** The key that seals the secrets of this process, for a process beside it. */
export const sealingKey = randomBytes(32);

const here = { files, changes, sealer: sealerOf(sealingKey) };

export const password = "correct horse battery";

/** The session with which people of tests come, unless they come with a key. */
export const signedIn: Via = {
  kind: "session",
  id: "ses_test",
  confirmedAt: new Date(8.64e15),
  entered: { method: "password", hasSecondFactor: false, createdAt: new Date(), ip: "192.0.2.7" },
};

type Given = GivenTools & {
  role?: Role;
  workspaceId?: string;
  projects?: readonly ProjectMembership[];
};

/** A new workspace with its owner. */
export async function aWorkspace(): Promise<{ workspaceId: string; ownerId: string }> {
  const { user, workspace } = await signUp(anIdentityContext(), {
    name: "Olive Owner",
    email: anEmail(),
    password,
    workspaceName: "A test's own workspace",
  });
  return { workspaceId: workspace.id, ownerId: user.id };
}

/**
 * Makes a person of this role in a new workspace, or in the given one, on the real database. It has a model, reader or index only if the
 * test passes one. An unexpected call fails the test.
 */
export async function aContext({
  role = "member",
  workspaceId,
  projects = [],
  ...tools
}: Given = {}): Promise<WorkspaceContext & { actor: { kind: "user"; id: string } }> {
  const own = workspaceId ? null : await aWorkspace();
  const home = workspaceId ?? own?.workspaceId ?? "";
  const id = role === "owner" && own ? own.ownerId : await aMember(home, role);
  return {
    ...someTools(tools),
    ...aCall("web"),
    db: database,
    workspaceId: home,
    actor: { kind: "user", id, name: "Tess Tester", role, projects, via: signedIn },
  };
}

/** Another person of the same workspace, with the same tools. */
export async function aColleague(
  ctx: WorkspaceContext,
  { role = "member", projects = [] }: { role?: Role; projects?: readonly ProjectMembership[] } = {},
) {
  const id = await aMember(ctx.workspaceId, role);
  const name = "Carl Colleague";
  const actor = { kind: "user" as const, id, name, role, projects, via: signedIn };
  return { ...ctx, actor };
}

/** The same person through a key with these scopes. */
export function throughKey<Context extends { actor: Actor }>(
  ctx: Context,
  scopes: readonly KeyScope[],
  id = "key_test",
): Context {
  const { actor } = ctx;
  if (actor.kind !== "user") throw new Error("Background functions have no keys");
  return { ...ctx, actor: { ...actor, via: { kind: "apiKey", id, scopes } } };
}

/** The door, trace and hooks of every call of a test. */
export const aCall = (door: Door): CallContext => ({ door, traceId: "test-trace", hooks: noHooks });

/** The same workspace as a background job sees it. */
export function inBackground(
  ctx: WorkspaceContext,
  tools?: GivenTools,
  name: JobName = "process-document",
): WorkspaceContext {
  return {
    ...ctx,
    ...(tools && someTools(tools)),
    ...aCall("job"),
    actor: { kind: "job", name },
  };
}

/** Nobody yet; each from an address of its own, since attempts are counted by it. */
export function anIdentityContext(given: Partial<IdentityContext> = {}): IdentityContext {
  return {
    ...aCall("web"),
    db: database,
    passwords: cheapPasswords,
    mail: { isConfigured: false, send: async () => false },
    rules: { signUp: "open", sessionIdleDays: 14 },
    webUrl: "http://localhost:3000",
    adminUrl: "http://localhost:3001",
    sealer: here.sealer,
    sso: onlyWith("sso", {}),
    slack: onlyWith("slack", {}),
    webhooks: onlyWith("webhooks", {}),
    supabase: null,
    clock: () => new Date(),
    log: silentLog,
    ip: `test-${randomUUID()}`,
    userAgent: "A test",
    language: "en",
    ...given,
  };
}

type GivenPlatform = Partial<
  Omit<
    PlatformContext,
    "files" | "keyTree" | "index" | "generations" | "incoming" | "runs" | "system"
  >
> & {
  files?: Partial<PlatformContext["files"]>;
  keyTree?: Partial<PlatformContext["keyTree"]>;
  index?: Partial<PlatformContext["index"]>;
  generations?: Partial<PlatformContext["generations"]>;
  incoming?: Partial<PlatformContext["incoming"]>;
  system?: Partial<PlatformContext["system"]>;
  runs?: Partial<NonNullable<PlatformContext["runs"]>> | null;
};

/**
 * The context of a platform admin. Files are real; the test passes the runs, index and incoming that it needs. A test that counts across
 * all workspaces should pass its own database.
 */
export function aPlatformContext(given: GivenPlatform = {}): PlatformContext {
  const { files: givenFiles, keyTree, index, generations, incoming, runs, system, ...rest } = given;
  const tools = someTools({
    ...(givenFiles && { files: givenFiles }),
    ...(keyTree && { keyTree }),
    ...(index && { index }),
    ...(generations && { generations }),
  });
  const actor = rest.actor ?? {
    kind: "platformAdmin" as const,
    id: "usr_admin",
    confirmedAt: new Date(8.64e15),
  };
  const db = rest.db ?? database;
  return {
    ...aCall("admin"),
    actor,
    db,
    webUrl: "http://localhost:3000",
    runs: runs ? onlyWith("runs", runs) : null,
    disk: onlyWith("disk", {}),
    files: tools.files,
    keyTree: tools.keyTree,
    anchorPlaces: [],
    signer: tools.signer,
    reader: tools.reader,
    reportFiles: tools.reportFiles,
    index: tools.index,
    generations: tools.generations,
    incoming: onlyWith("incoming", incoming),
    system: onlyWith("system", system),
    retention: { runDays: 30, eventDays: 30, searchDays: 90, trashDays: 30, backupDays: null },
    inWorkspace: (workspaceId) =>
      callerOf({ ...tools, ...aCall("admin"), db: database, workspaceId, actor }),
    asPerson: (workspaceId, person) =>
      callerOf({
        ...tools,
        ...aCall("job"),
        db: database,
        workspaceId,
        actor: person,
        ...clocked(rest),
      }),
    billing: { kind: "none" },
    mail: { isConfigured: false, send: async () => false, verify: async () => undefined },
    clock: () => new Date(),
    log: silentLog,
    ...rest,
  };
}

/** The clock of a platform context for the callers that it makes. */
function clocked({ clock }: { clock?: () => Date }) {
  return clock ? { clock } : {};
}

/** A background job across workspaces: the one that works for schedules, where no other is named. */
export function aJobAcross(
  given: GivenPlatform = {},
  name: JobName = "run-schedule",
): PlatformContext {
  return aPlatformContext({ ...given, ...aCall("job"), actor: { kind: "job", name } });
}

export function anEmail(): string {
  return `${randomUUID()}@example.test`;
}

/** Callers of that actor in any workspace, with the tools and the database of the given context. */
export function actingIn(
  ctx: WorkspaceContext,
  actor: PlatformContext["actor"],
): PlatformContext["inWorkspace"] {
  const door = actor.kind === "job" ? "job" : "admin";
  return (workspaceId) => callerOf({ ...ctx, workspaceId, actor, door });
}

/** The roles' URLs in another database of the test server, opened and closed by the caller. */
export function openDatabase(urls: DatabaseUrls) {
  return createDatabase(urls);
}

/** The database, where none of `count` writes goes on before all have begun: what only chance keeps apart meets. */
export function startingTogether(count: number): typeof database {
  let begun = 0;
  const all = Promise.withResolvers<void>();
  const meet = () => {
    begun += 1;
    if (begun === count) all.resolve();
    return all.promise;
  };
  return {
    ...database,
    write: (scope, work, limits) =>
      database.write(
        scope,
        async (repositories) => {
          await meet();
          return work(repositories);
        },
        limits,
      ),
    identity: {
      ...database.identity,
      transaction: (work) =>
        database.identity.transaction(async (repositories) => {
          await meet();
          return work(repositories);
        }),
    },
  };
}

/** The events that the workspace's commands have put out and nobody has relayed, oldest first. */
export function announced({ workspaceId }: { workspaceId: string }) {
  return database.read(everything(workspaceId), ({ outbox }) => outbox.listUnsent());
}

/** Rows of the workspace's audit log about what was done, newest first; those about refusals are `refusalsOf`. Sign-ins that failed are among them. */
export async function auditOf(ctx: { workspaceId: string }) {
  return (await rowsOf(ctx)).filter(
    ({ outcome, operation, errorCode }) =>
      outcome === "ok" || (operation.startsWith("identity.") && errorCode !== "FORBIDDEN"),
  );
}

/** Rows of the workspace's audit log about calls that were refused, newest first. */
export async function refusalsOf(ctx: { workspaceId: string }) {
  return (await rowsOf(ctx)).filter(({ outcome }) => outcome === "refused");
}

async function rowsOf({ workspaceId }: { workspaceId: string }) {
  const { items } = await database.read(everything(workspaceId), ({ audit }) =>
    audit.list({}, { limit: 100 }),
  );
  return items;
}

const everything = (workspaceId: string) => ({ workspaceId, principals: ["all"] });

async function aMember(workspaceId: string, role: Role): Promise<string> {
  const { users, access } = database.identity;
  const { id } = await users.create({ email: anEmail(), name: "Tess Tester", passwordHash: "x" });
  await access.addMember(workspaceId, id, role);
  return id;
}

const someTools = (given: GivenTools): Tools => toolsOf(here, given);

function required(variable: string): string {
  const value = process.env[variable];
  if (!value)
    throw new Error(
      `${variable} is set by tooling/vitest/postgres.ts: run vitest with --project integration`,
    );
  return value;
}
