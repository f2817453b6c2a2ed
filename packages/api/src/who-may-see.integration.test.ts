import type { ProjectRole, Role } from "@besunny/core/access/actions";
import { projectRoles } from "@besunny/core/access/actions";
import type { WorkspaceContext } from "@besunny/core/context";
import { fileDocuments } from "@besunny/core/documents/file-documents";
import { renameDocument } from "@besunny/core/documents/rename-document";
import { signOutEverywhere } from "@besunny/core/identity/sign-out-everywhere";
import { revokeApiKey } from "@besunny/core/keys/revoke-api-key";
import { changeMemberRole } from "@besunny/core/members/change-member-role";
import { removeMember } from "@besunny/core/members/remove-member";
import { createProject } from "@besunny/core/projects/create-project";
import { putProjectMember } from "@besunny/core/projects/put-project-member";
import { removeProjectMember } from "@besunny/core/projects/remove-project-member";
import { updateProject } from "@besunny/core/projects/update-project";
import { anIdentityContext, inBackground } from "@besunny/core/test/contexts";
import { aDocument } from "@besunny/core/test/documents";
import fc from "fast-check";
import { expect, test } from "vitest";

import { aKey, anApi, aPerson, rest, signIn, WEB } from "../test/an-api";

const PEOPLE = 3;
const PROJECTS = 3;
const FILES = 3;

const person = fc.nat({ max: PEOPLE - 1 });
const project = fc.nat({ max: PROJECTS - 1 });
const file = fc.nat({ max: FILES - 1 });
/** Which of a family is named: the file itself, what came in it, or what came in that. */
const part = fc.nat({ max: 2 });

const deed = fc.oneof(
  fc.record({ kind: fc.constant("add" as const), file, part, project }),
  fc.record({ kind: fc.constant("remove" as const), file, part, project }),
  fc.record({ kind: fc.constant("restrict" as const), project, isRestricted: fc.boolean() }),
  fc.record({
    kind: fc.constant("join" as const),
    project,
    person,
    role: fc.constantFrom(...projectRoles),
  }),
  fc.record({ kind: fc.constant("leave" as const), project, person }),
  fc.record({
    kind: fc.constant("role" as const),
    person,
    role: fc.constantFrom("admin" as const, "member" as const, "viewer" as const),
  }),
  fc.record({ kind: fc.constant("signOut" as const), person }),
  fc.record({ kind: fc.constant("revokeKey" as const), person }),
  fc.record({ kind: fc.constant("dismiss" as const), person }),
);
type Deed = typeof deed extends fc.Arbitrary<infer Each> ? Each : never;

type Somebody = {
  role: Role | null;
  projects: Map<number, ProjectRole>;
  isSignedIn: boolean;
  hasKey: boolean;
  /** True while the stream from the beginning still has the rights that it was opened with. */
  isAsOpened: boolean;
};

/** All that there is to know of who may see what, and nothing of how it is done. */
function aWorld() {
  const restricted = new Set<number>();
  const filed = Array.from({ length: FILES }, () => new Set<number>());
  const people = Array.from(
    { length: PEOPLE },
    (): Somebody => ({
      role: "member",
      projects: new Map(),
      isSignedIn: true,
      hasKey: true,
      isAsOpened: true,
    }),
  );

  function apply(given: Deed): void {
    if (given.kind === "add") filed[given.file]?.add(given.project);
    if (given.kind === "remove") filed[given.file]?.delete(given.project);
    if (given.kind === "restrict")
      given.isRestricted ? restricted.add(given.project) : restricted.delete(given.project);
    if (!("person" in given)) return;

    const each = people[given.person];
    if (!each?.role) return;
    const before = JSON.stringify([each.role, [...each.projects].sort(), each.isSignedIn]);
    if (given.kind === "join") each.projects.set(given.project, given.role);
    if (given.kind === "leave") each.projects.delete(given.project);
    if (given.kind === "role") each.role = given.role;
    if (given.kind === "signOut") each.isSignedIn = false;
    if (given.kind === "revokeKey") each.hasKey = false;
    if (given.kind === "dismiss") each.role = null;
    const after = JSON.stringify([each.role, [...each.projects].sort(), each.isSignedIn]);
    each.isAsOpened &&= before === after;
  }

  function maySee({ role, projects }: Somebody, where: ReadonlySet<number>): boolean {
    if (role === null) return false;
    if (role === "owner" || role === "admin" || where.size === 0) return true;
    return [...where].some((each) => !restricted.has(each) || projects.has(each));
  }

  return { people, filed, apply, maySee };
}

const api = await anApi();

/** The same world in the product: an owner who changes things, people with a session, a key and an open stream each, files with parts. */
async function aWorkspace() {
  const keeper = await aPerson();
  const { ctx: owner } = await aKey(api, keeper, "owner");
  const projects = [];
  for (let n = 0; n < PROJECTS; n += 1)
    projects.push(await createProject(owner, { name: `Project ${n}` }));
  const files = [];
  for (let n = 0; n < FILES; n += 1) {
    const mail = await aDocument(owner, { title: `Mail ${n}` });
    const zip = await aDocument(inBackground(owner), { parentId: mail.id });
    const inner = await aDocument(inBackground(owner), { parentId: zip.id });
    files.push([mail.id, zip.id, inner.id]);
  }
  const people = [];
  for (let n = 0; n < PEOPLE; n += 1) {
    const somebody = await aPerson({ home: keeper.workspaceId });
    const key = await aKey(api, somebody);
    const { headers } = await signIn(api, somebody);
    const stream = await openStream(headers);
    people.push({ ...somebody, key, session: headers, stream });
  }
  await everybodyListens(owner, files[0]?.[0] ?? "", people);
  return { owner, projects, files, people };
}

/** A stream has the rights of the moment in which it begins to read, which is after its answer has begun. */
async function everybodyListens(
  owner: WorkspaceContext,
  id: string,
  people: readonly { stream: { titles: ReadonlyMap<string, string> } }[],
): Promise<void> {
  let n = 0;
  await expect
    .poll(
      async () => {
        n += 1;
        await renameDocument(owner, { id, title: `Hello ${n}` });
        return people.every(({ stream }) => stream.titles.has(id));
      },
      { timeout: 20_000, interval: 50 },
    )
    .toBe(true);
}
type Workspace = Awaited<ReturnType<typeof aWorkspace>>;

/** Opens the stream of a person's screen as a browser does. Returns the titles that it sends from now on, and whether it has ended. */
async function openStream(headers: Record<string, string>) {
  const stopping = new AbortController();
  const response = await api.web.trpc(
    new Request(`${WEB}/api/trpc/documents.watch?input=${encodeURIComponent('{"json":{}}')}`, {
      headers: { ...headers, accept: "text/event-stream" },
      signal: stopping.signal,
    }),
  );
  const titles = new Map<string, string>();
  let hasEnded = false;
  const hear = (line: string) => {
    const told = line.startsWith("data: {") ? JSON.parse(line.slice(6)).json : null;
    if (typeof told?.id !== "string") return;
    if (told.isGone) titles.delete(told.id);
    else titles.set(told.id, told.title);
  };
  void (async () => {
    let rest = "";
    for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) hear(line);
    }
  })()
    .catch(() => undefined)
    .finally(() => {
      hasEnded = true;
    });
  return { titles, hasEnded: () => hasEnded, close: () => stopping.abort() };
}

async function carryOut(world: Workspace, given: Deed): Promise<void> {
  const { owner } = world;
  const projectId = "project" in given ? (world.projects[given.project]?.id ?? "") : "";
  const somebody = "person" in given ? world.people[given.person] : undefined;
  const userId = somebody?.userId ?? "";
  const named = "file" in given ? [world.files[given.file]?.[given.part] ?? ""] : [];
  const isConfirmed = true;
  const deeds: Record<Deed["kind"], () => Promise<unknown>> = {
    add: () => fileDocuments(owner, { projectId, add: named, isConfirmed }),
    remove: () => fileDocuments(owner, { projectId, remove: named, isConfirmed }),
    restrict: () =>
      updateProject(owner, {
        id: projectId,
        isRestricted: given.kind === "restrict" && given.isRestricted,
        isConfirmed,
      }),
    join: () =>
      putProjectMember(owner, {
        id: projectId,
        userId,
        role: given.kind === "join" ? given.role : "reader",
      }),
    leave: () => removeProjectMember(owner, { id: projectId, userId }),
    role: () =>
      changeMemberRole(owner, { userId, role: given.kind === "role" ? given.role : "member" }),
    signOut: () => signOutEverywhere(anIdentityContext(), { userId }),
    revokeKey: () => revokeApiKey(asOwnerOf(somebody), { id: somebody?.key.id ?? "" }),
    dismiss: () => removeMember(owner, { userId }),
  };
  // Somebody who was dismissed is not there any more, and a key is revoked once.
  await deeds[given.kind]().catch((error: { code?: string }) => {
    if (error.code !== "NOT_FOUND" && error.code !== "CONFLICT") throw error;
  });
}

function asOwnerOf(somebody: Workspace["people"][number] | undefined): WorkspaceContext {
  if (!somebody) throw new Error("Nobody");
  return somebody.key.ctx;
}

async function seenWithKey(headers: Record<string, string>, ids: readonly string[]) {
  const found = [];
  for (const id of ids)
    if ((await rest(api, `/documents/${id}`, { headers })).status === 200) found.push(id);
  const list = await rest(api, "/documents?limit=200", { headers });
  const listed = list.ok ? (await list.json()).items.map(({ id }: { id: string }) => id) : [];
  return { found, listed: listed.filter((id: string) => ids.includes(id)) };
}

async function seenWithSession(headers: Record<string, string>, ids: readonly string[]) {
  const caller = await api.web.caller(new Headers(headers));
  const found = [];
  for (const id of ids)
    if (await caller.documents.get({ id }).then(Boolean, () => false)) found.push(id);
  const list = await caller.documents.list({ limit: 200 }).catch(() => ({ items: [] }));
  const facets = await caller.documents.facets({}).catch(() => ({ statuses: [] }));
  const counted = facets.statuses.reduce((sum, { count }) => sum + count, 0);
  return {
    found,
    listed: list.items.map(({ id }) => id).filter((id) => ids.includes(id)),
    counted,
  };
}

test("whatever changes of sharing, filing, membership and sessions, every door, stream and part agrees with who may see what", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 14 }), async (deeds) => {
      const [model, world] = [aWorld(), await aWorkspace()];
      try {
        for (const each of deeds) {
          model.apply(each);
          await carryOut(world, each);
        }
        await agree(model, world);
      } finally {
        for (const { stream } of world.people) stream.close();
      }
    }),
    {
      numRuns: Number(process.env.RUNS ?? 8),
      seed: Number(process.env.SEED ?? 20261128),
      endOnFailure: true,
    },
  );
}, 300_000);

async function agree(model: ReturnType<typeof aWorld>, world: Workspace): Promise<void> {
  const all = world.files.flat();
  const sorted = (ids: readonly string[]) => ids.toSorted();
  const visible = model.people.map((each) =>
    world.files.flatMap((ids, n) => (model.maySee(each, model.filed[n] ?? new Set()) ? ids : [])),
  );

  for (const [n, each] of model.people.entries()) {
    const somebody = world.people[n];
    const truth = sorted(visible[n] ?? []);
    if (!somebody) continue;
    const byKey = await seenWithKey(somebody.key.headers, all);
    expect(sorted(byKey.found)).toEqual(each.hasKey ? truth : []);
    expect(sorted(byKey.listed)).toEqual(each.hasKey ? truth : []);
    const inSession = each.isSignedIn ? truth : [];
    const bySession = await seenWithSession(somebody.session, all);
    expect(sorted(bySession.found)).toEqual(inSession);
    expect(sorted(bySession.listed)).toEqual(inSession);
    // A removed person asks in their own workspace, where other documents count.
    if (each.role !== null) expect(bySession.counted).toBe(inSession.length);
  }

  for (const id of all) await renameDocument(world.owner, { id, title: `Probe ${id}` });
  for (const [n, each] of model.people.entries()) {
    const stream = world.people[n]?.stream;
    if (!stream) continue;
    const probed = () =>
      sorted([...stream.titles].filter(([, title]) => title.startsWith("Probe")).map(([id]) => id));
    if (each.isAsOpened)
      await expect.poll(probed, { timeout: 20_000 }).toEqual(sorted(visible[n] ?? []));
    else {
      await expect.poll(stream.hasEnded, { timeout: 20_000 }).toBe(true);
      expect(probed()).toEqual([]);
    }
  }
}
