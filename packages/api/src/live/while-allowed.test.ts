import type { Actor } from "@besunny/core/access/actor";
import type { Caller } from "@besunny/core/operation/caller";
import { expect, test } from "vitest";

import { whileAllowed } from "./while-allowed";

const ada: Actor = {
  kind: "user",
  id: "usr_1",
  name: "Ada",
  role: "member",
  projects: [],
  via: { kind: "session", id: "ses_1" },
};

/** A person whose rights the test changes; `told` holds the listeners for these changes. */
function aReader() {
  let now: Actor | null = ada;
  const told = new Set<() => void>();
  const ctx = (actor: Actor) => asCaller({ actor, workspaceId: "ws_1" });
  const changes = {
    onRights(_userId: string, listener: () => void) {
      told.add(listener);
      return () => void told.delete(listener);
    },
  };
  return {
    changes,
    authenticate: async () => now && ctx(now),
    become(actor: Actor | null) {
      now = actor;
      for (const tell of told) tell();
    },
    told,
  };
}

/** Nothing else of a context is asked for here. */
function asCaller(given: object): Caller {
  return given as Caller;
}

/** A source that yields what the test hands out, and never ends by itself. */
function aSource() {
  let deliver: (value: number) => void = () => undefined;
  let wasStopped = false;
  async function* read(_caller: Caller, signal: AbortSignal): AsyncGenerator<number> {
    signal.addEventListener("abort", () => {
      wasStopped = true;
    });
    for (;;)
      yield await new Promise<number>((resolve) => {
        deliver = resolve;
      });
  }
  return { read, give: (value: number) => deliver(value), wasStopped: () => wasStopped };
}

test("a stream goes on while its reader's rights are those it was opened with", async () => {
  const { authenticate, changes, become, told } = aReader();
  const { read, give } = aSource();
  const stream = whileAllowed({ authenticate, changes }, read);
  const first = stream.next();
  await expect.poll(() => told.size).toBe(1);
  give(1);
  expect(await first).toEqual({ done: false, value: 1 });

  const second = stream.next();
  become({ ...ada });
  await new Promise((resolve) => setTimeout(resolve, 5));
  give(2);

  expect(await second).toEqual({ done: false, value: 2 });
});

test.each([
  ["who is no longer let in", null, "UNAUTHENTICATED"],
  ["who was demoted", { ...ada, role: "viewer" as const }, "PROVIDER_UNAVAILABLE"],
  [
    "whose role in a project changed",
    { ...ada, projects: [{ id: "prj_1", role: "reader" as const }] },
    "PROVIDER_UNAVAILABLE",
  ],
])("a stream ends at once, in the midst of waiting, for one %s", async (_, become, code) => {
  const reader = aReader();
  const { read, wasStopped } = aSource();
  const waiting = whileAllowed(
    { authenticate: reader.authenticate, changes: reader.changes },
    read,
  ).next();
  await expect.poll(() => reader.told.size).toBe(1);

  reader.become(become);

  await expect(waiting).rejects.toMatchObject({ code });
  expect(wasStopped()).toBe(true);
  expect(reader.told.size).toBe(0);
});

test("a stream ends for a session that ran out without a word", async () => {
  let isLive = true;
  const { authenticate, changes } = aReader();
  const { read } = aSource();
  const stream = whileAllowed(
    { authenticate: async () => (isLive ? authenticate() : null), changes, lookAgainMs: 1 },
    read,
  );
  const waiting = stream.next();
  isLive = false;

  await expect(waiting).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
});

test("a stream ends when it cannot be seen who its reader is", async () => {
  const reader = aReader();
  let isAway = false;
  const { read } = aSource();
  const authenticate = async () => {
    if (isAway) throw new Error("no database");
    return reader.authenticate();
  };
  const waiting = whileAllowed({ authenticate, changes: reader.changes }, read).next();
  await expect.poll(() => reader.told.size).toBe(1);
  isAway = true;
  reader.become(ada);

  await expect(waiting).rejects.toThrow("no database");
});
