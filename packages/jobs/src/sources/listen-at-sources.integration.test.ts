import { connectMailbox } from "@besunny/core/connections/connect-mailbox";
import { addSource } from "@besunny/core/sources/add-source";
import { getSource } from "@besunny/core/sources/get-source";
import { claimListens } from "@besunny/core/sources/listening/claim-listens";
import { pauseSource } from "@besunny/core/sources/pause-source";
import { removeSource } from "@besunny/core/sources/remove-source";
import { aContext, aJobAcross, database } from "@besunny/core/test/contexts";
import { aMailServer, noMailServer } from "@besunny/core/test/sources/a-mail-server";
import {
  type AtDoubles,
  atDoubles,
  connect,
  sync,
} from "@besunny/core/test/sources/source-doubles";
import { silentLog } from "@besunny/core/test/tools";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { callersOf } from "../../test/callers";
import { listenAtSources } from "./listen-at-sources";

const ANA = "ana@harbour.example";
const patience = { timeout: 20_000, interval: 50 };

let at: AtDoubles;
const listeners: { stop(): Promise<void> }[] = [];
/** A worker listens at all sources of the database, so that each test takes its own along. */
const made: { ctx: Context; id: string }[] = [];
beforeEach(async () => {
  at = await atDoubles();
  at.world.addPerson(ANA, "Ana Ferreira");
});
afterEach(async () => {
  for (const listener of listeners.splice(0)) await listener.stop();
  for (const { ctx, id } of made.splice(0))
    await removeSource(ctx, { id, keeps: true }).catch(() => undefined);
  await at.doubles.close();
});

type Context = Awaited<ReturnType<typeof aContext>>;

async function aPerson(): Promise<Context> {
  const { sources, clock } = at;
  return { ...(await aContext({ role: "owner", sources })), clock };
}

/** A worker that listens. The other sources of the database are not its own: their adapters are not at hand. */
function aListener(ctx: Context, given: { most?: number } = {}) {
  const callers = callersOf(ctx, aJobAcross({ clock: at.clock }, "look-at-sources"));
  const listener = listenAtSources(callers, silentLog, { tickMs: 50, ...given });
  listeners.push(listener);
  return listener;
}

const dueAt = async (ctx: Context, id: string) => (await getSource(ctx, { id })).source.dueAt;
const isDue = async (ctx: Context, id: string) =>
  (await dueAt(ctx, id)).getTime() <= at.world.now().getTime();
const longpolls = () =>
  at.world.requests.filter(({ path }) => path.endsWith("/list_folder/longpoll")).length;

describe("a source in Dropbox", () => {
  async function aFolder() {
    const ctx = await aPerson();
    // The double answers at once, and says how long to stay away.
    const wait = JSON.stringify({ do: "setDropboxBackoff", with: [0.2] });
    await fetch(`${at.doubles.url}/__world`, { method: "POST", body: wait });
    const drive = at.world.addDrive({ service: "dropbox", name: "Dropbox", owner: ANA });
    at.world.addFile({ driveId: drive.id, name: "Plan.txt" });
    const connectionId = await connect(ctx, { kind: "dropbox", address: ANA });
    const root = { path: "" };
    const { id } = await addSource(ctx, { connectionId, kind: "dropbox", root, name: "Dropbox" });
    made.push({ ctx, id });
    await sync(ctx, id);
    expect(await isDue(ctx, id)).toBe(false);
    return {
      ctx,
      id,
      connectionId,
      change: () => at.world.addFile({ driveId: drive.id, name: "New.txt" }),
    };
  }

  it("is due as soon as something changed there", async () => {
    const { ctx, id, change } = await aFolder();
    aListener(ctx);
    await expect.poll(longpolls, patience).toBeGreaterThan(0);
    change();
    await expect.poll(() => isDue(ctx, id), patience).toBe(true);
    await sync(ctx, id);
    expect((await getSource(ctx, { id })).source.counts.total).toBe(2);
  });

  it("is listened at by one worker of two, and by the other when that one stops or dies", async () => {
    const { ctx, id, change } = await aFolder();
    const across = () => callersOf(ctx, aJobAcross({ clock: at.clock }, "look-at-sources"));
    const claim = async () => {
      const caller = across().platformCaller("look-at-sources");
      const { claimed } = await claimListens(caller, { held: [], room: 500 });
      return claimed.some(({ sourceId }) => sourceId === id);
    };
    const first = aListener(ctx);
    await expect.poll(longpolls, patience).toBeGreaterThan(0);
    expect(await claim()).toBe(false);
    await first.stop();
    // This one claims it, and dies: it says nothing more.
    expect(await claim()).toBe(true);
    expect(await claim()).toBe(false);
    at.world.advance(2 * 60_000);
    const before = longpolls();
    aListener(ctx);
    await expect.poll(longpolls, patience).toBeGreaterThan(before);
    change();
    await expect.poll(() => isDue(ctx, id), patience).toBe(true);
  });

  it("is left when it is paused or removed", async () => {
    const { ctx, id } = await aFolder();
    const caller = callersOf(
      ctx,
      aJobAcross({ clock: at.clock }, "look-at-sources"),
    ).platformCaller("look-at-sources");
    const [mine] = (await claimListens(caller, { held: [], room: 500 })).claimed.filter(
      ({ sourceId }) => sourceId === id,
    );
    expect(mine).toMatchObject({ sourceId: id, ownerId: ctx.actor.id });
    expect((await claimListens(caller, { held: [id], room: 0 })).kept).toEqual([id]);
    await pauseSource(ctx, { id });
    expect((await claimListens(caller, { held: [id], room: 0 })).kept).toEqual([]);
    await removeSource(ctx, { id, keeps: true });
    at.world.advance(2 * 60_000);
    const again = await claimListens(caller, { held: [id], room: 500 });
    expect(again.kept).toEqual([]);
    expect(again.claimed.map(({ sourceId }) => sourceId)).not.toContain(id);
  });

  it("is not asked without end when the listening breaks: each wait is longer than the one before", async () => {
    const { ctx, id } = await aFolder();
    const matches = ({ path }: { path: string }) => path.endsWith("/list_folder/longpoll");
    at.world.faults.push({ times: 1000, matches, does: { kind: "status", status: 500 } });
    aListener(ctx);
    const scope = { workspaceId: ctx.workspaceId, principals: [] };
    const rest = async () => {
      const found = await database.read(scope, ({ sources }) => sources.find(id, null));
      const waitMs = (found?.listenUntil?.getTime() ?? 0) - at.world.now().getTime();
      return { failures: found?.listenFailures, waitMs };
    };
    for (const [count, waitMs] of [15_000, 30_000, 60_000, 120_000].entries()) {
      await expect.poll(rest, patience).toEqual({ failures: count + 1, waitMs });
      expect(longpolls()).toBe(count + 1);
      at.world.advance(waitMs + 1);
    }
  });

  it("takes three connections of one account at most, and no more than a worker has room for", async () => {
    const { ctx, connectionId } = await aFolder();
    const [drive] = [...at.world.drives.values()].filter(({ service }) => service === "dropbox");
    for (let number = 1; number <= 4; number += 1) {
      at.world.addFolder({ driveId: drive?.id ?? "", name: `Folder ${number}` });
      const root = { path: `/folder ${number}` };
      const name = `Folder ${number}`;
      made.push({ ctx, ...(await addSource(ctx, { connectionId, kind: "dropbox", root, name })) });
    }
    const caller = callersOf(
      ctx,
      aJobAcross({ clock: at.clock }, "look-at-sources"),
    ).platformCaller("look-at-sources");
    const own = async (room: number) => {
      const { claimed } = await claimListens(caller, { held: [], room });
      return claimed.filter(({ workspaceId }) => workspaceId === ctx.workspaceId).length;
    };
    expect((await claimListens(caller, { held: [], room: 0 })).claimed).toEqual([]);
    expect(await own(500)).toBe(3);
    expect(await own(500)).toBe(0);
  });
});

describe.skipIf(noMailServer)(`a mailbox${noMailServer ? `: ${noMailServer}` : ""}`, () => {
  let server: Awaited<ReturnType<typeof aMailServer>>;
  beforeAll(async () => {
    server = await aMailServer();
  });
  afterAll(() => server.close());

  it("is due when a mail comes, though nobody looks", async () => {
    const ctx = await aPerson();
    const user = `ana-${ctx.workspaceId.slice(-6).toLowerCase()}`;
    const given = { host: "127.0.0.1", port: server.port, isSecure: false };
    const { id: connectionId } = await connectMailbox(ctx, {
      ...given,
      user,
      password: server.password,
    });
    const root = { path: "INBOX" };
    const { id } = await addSource(ctx, { connectionId, kind: "imap", root, name: "Mail" });
    made.push({ ctx, id });
    await sync(ctx, id);
    expect(await isDue(ctx, id)).toBe(false);
    aListener(ctx);
    const client = await server.clientOf(user);
    // Mails that come before it listens are no news, so that they come until one is.
    await expect
      .poll(
        async () => {
          await client.append(
            "INBOX",
            "From: ben@port.example\r\nSubject: Tide\r\n\r\nHigh at nine.",
          );
          return isDue(ctx, id);
        },
        { ...patience, interval: 500 },
      )
      .toBe(true);
    await client.logout();
    await sync(ctx, id);
    expect((await getSource(ctx, { id })).source.counts.total).toBeGreaterThan(0);
  });
});
