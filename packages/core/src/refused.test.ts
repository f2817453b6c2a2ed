import { describe, expect, test } from "vitest";

import { refusingAcross, refusingContext } from "../test/refusing-context";
import { runEntry } from "../test/run-entry";
import { type Action, allowed, keyScopes, roles, scopeFor } from "./access/actions";
import { type Actor, actorIdOf, type Person, type Via } from "./access/actor";
import { type JobName, jobs, platformJobs } from "./access/jobs";
import { type PlatformAction, platformActions } from "./access/platform-actions";
import { catalogue } from "./catalogue";
import { inviteMember } from "./members/invite-member";

const jobNames = Object.keys(jobs).filter((name): name is JobName => name in jobs);
const confirmedAt = new Date();
const signedIn: Via = { kind: "session", id: "ses_1", confirmedAt };
const admin = { kind: "platformAdmin", id: "usr_admin", confirmedAt } as const;
/** The permissions of platform admins in a workspace. */
const ofAdmins: readonly Action[] = [
  "document.cancel",
  "document.process",
  "release.read",
  "release.manage",
  "look.use",
];
/** No operation takes this: where the input is looked at first, the error is another one. */
const unreadable = undefined;

const ofWorkspaces = catalogue.filter(({ surface }) => surface === "workspace");
const ofPlatform = catalogue.filter(({ surface }) => surface === "platform");

function person(role: Person["role"], via: Via = signedIn): Person {
  return { kind: "user", id: `usr_${role}`, name: "Pat", role, projects: [], via };
}

/** Everybody who lacks the permission, by the tables of roles, scopes and jobs alone. */
function refusedFor(permission: Action): Actor[] {
  const scopes = keyScopes.filter((scope) => scope !== scopeFor[permission]);
  return [
    ...roles.filter((role) => !allowed[role].includes(permission)).map((role) => person(role)),
    person("owner", { kind: "apiKey", id: "key_1", scopes }),
    ...jobNames
      .filter((name) => !jobs[name].some((each) => each === permission))
      .map((name) => ({ kind: "job" as const, name })),
    ...(ofAdmins.includes(permission) ? [] : [admin]),
  ];
}

/** Somebody who has the permission. */
function admittedFor(permission: Action): Actor {
  if (allowed.owner.includes(permission)) return person("owner");
  const name = jobNames.find((each) => jobs[each].some((own) => own === permission));
  if (!name && ofAdmins.includes(permission)) return admin;
  if (!name) throw new Error(`Nobody may do ${permission}`);
  return { kind: "job", name };
}

describe.each(ofWorkspaces.map((entry) => [entry.name, entry] as const))("%s", (name, entry) => {
  const permission = asAction(entry.permission);

  test("is refused to everybody who lacks the permission, before it looks at the input", async () => {
    for (const actor of refusedFor(permission)) {
      const { ctx, rows, touched } = refusingContext(actor);
      await expect(runEntry(entry, ctx, unreadable), JSON.stringify(actor)).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
      expect(touched).toEqual([]);
      expect(rows).toEqual([refusal(name, actor, "rest", keyOf(actor))]);
    }
  });

  test("reaches its input for somebody who has the permission, and records that a person failed", async () => {
    const actor = admittedFor(permission);
    const { ctx, rows } = refusingContext(actor);
    await expect(runEntry(entry, ctx, unreadable)).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect(rows).toEqual(failuresOf(entry, actor));
  });
});

describe.each(ofPlatform.map((entry) => [entry.name, entry] as const))("%s", (name, entry) => {
  const permission = asPlatformAction(entry.permission);
  const isAdmins = platformActions.includes(permission);

  test("is refused to jobs and admins who lack the permission, before it looks at the input", async () => {
    const without = jobNames.filter((job) => !platformJobs[job]?.includes(permission));
    const actors = [
      ...without.map((job) => ({ kind: "job" as const, name: job })),
      ...(isAdmins ? [] : [admin]),
    ];
    expect(actors.length).toBeGreaterThan(5);
    for (const actor of actors) {
      const { ctx, rows, touched } = refusingAcross(actor);
      await expect(runEntry(entry, ctx, unreadable), JSON.stringify(actor)).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
      expect(touched).toEqual([]);
      expect(rows).toEqual([refusal(name, actor, "admin", null)]);
    }
  });

  test("reaches its input for somebody who has the permission, and records that an admin failed", async () => {
    const job = jobNames.find((each) => platformJobs[each]?.includes(permission));
    if (!isAdmins && !job) throw new Error(`Nobody may do ${permission}`);
    const actor = isAdmins || !job ? admin : { kind: "job" as const, name: job };
    const { ctx, rows } = refusingAcross(actor);
    await expect(runEntry(entry, ctx, unreadable)).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect(rows).toEqual(failuresOf(entry, actor));
  });
});

/** The row of a call that failed: of people, where success leaves one too. */
function failuresOf(
  { name, notAudited }: { name: string; notAudited: string | null },
  actor: Actor | typeof admin,
) {
  if (notAudited !== null || actor.kind === "job") return [];
  return [
    expect.objectContaining({
      operation: name,
      actorKind: actor.kind,
      input: {},
      outcome: "failed",
      errorCode: "INVALID_INPUT",
    }),
  ];
}

function refusal(operation: string, actor: Actor, door: string, keyId: string | null) {
  return expect.objectContaining({
    operation,
    actorKind: actor.kind,
    actorId: actorIdOf(actor),
    actorKeyId: keyId,
    door,
    traceId: "trace-1",
    input: {},
    outcome: "refused",
    errorCode: "FORBIDDEN",
  });
}

function keyOf(actor: Actor): string | null {
  return actor.kind === "user" && actor.via.kind === "apiKey" ? actor.via.id : null;
}

function asAction(permission: string | null): Action {
  if (permission === null || !(permission in scopeFor)) throw new Error(`No action: ${permission}`);
  return permission as Action;
}

/** Definitions of the platform take platform actions alone, which the catalogue's type leaves out. */
function asPlatformAction(permission: string | null): PlatformAction {
  return permission as PlatformAction;
}

describe("an operation that needs a fresh proof", () => {
  const stale = new Date(Date.now() - 11 * 60_000);
  const old: Via = { kind: "session", id: "ses_1", confirmedAt: stale };
  const person = { kind: "user", id: "usr_1", name: "Ada", role: "owner", projects: [] } as const;
  const raw = { email: "x@example.test", role: "viewer" } as const;

  test("is refused for a stale session, before anything is looked up, and for one that never proved itself", async () => {
    for (const via of [old, { kind: "session", id: "ses_1" } as const]) {
      const { ctx, touched } = refusingContext({ ...person, via });
      await expect(inviteMember(ctx, raw)).rejects.toMatchObject({ code: "STEP_UP_NEEDED" });
      expect(touched).toEqual([]);
    }
  });

  test("is not asked of keys, which have scopes", async () => {
    const via: Via = { kind: "apiKey", id: "key_1", scopes: ["members"] };
    const { ctx } = refusingContext({ ...person, via });
    await expect(inviteMember(ctx, raw)).rejects.not.toMatchObject({ code: "STEP_UP_NEEDED" });
  });
});
