import { addManyFiles } from "@besunny/connectors/doubles/seed";
import { mailOf } from "@besunny/connectors/doubles/seed-bytes";
import type { World } from "@besunny/connectors/doubles/world";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { aColleague, aContext, database } from "../../../test/contexts";
import { everyText } from "../../../test/every-text";
import {
  type AtDoubles,
  asTheSource,
  atDoubles,
  connect,
  pump,
  sync,
} from "../../../test/sources/source-doubles";
import { tokensOf } from "../../connections/contract/tokens";
import { tokenOf } from "../../connections/token-of";
import type { WorkspaceContext } from "../../context";
import { listDocuments } from "../../documents/list-documents";
import { addSource } from "../add-source";
import { getSource } from "../get-source";
import { listItems } from "../list-items";
import { listLooks } from "../list-looks";
import { lookNow } from "../look-now";
import { syncStep } from "../looking/sync-step";

const ANA = "ana@harbour.example";
const BEN = "ben@harbour.example";
const MINUTE = 60_000;

let at: AtDoubles;
let ctx: Awaited<ReturnType<typeof aContext>>;
let driveId: string;

beforeEach(async () => {
  at = await atDoubles();
  at.world.addPerson(ANA, "Ana Ferreira");
  at.world.addPerson(BEN, "Ben Okafor");
  driveId = at.world.addDrive({ service: "google", name: "My Drive", owner: ANA }).id;
  const { sources, clock, log } = at;
  const disk = { free: async () => ({ freeBytes: 50e9, totalBytes: 100e9 }) };
  ctx = await aContext({ role: "owner", sources, disk });
  ctx = { ...ctx, clock, log };
});
afterEach(async () => {
  at.killAfter(null);
  await at.doubles.close();
});

async function aDriveSource(): Promise<string> {
  const connectionId = await connect(ctx, { kind: "drive", address: ANA });
  const root = { type: "mine" };
  const { id } = await addSource(ctx, { connectionId, kind: "drive", root, name: "My Drive" });
  return id;
}

/** The names of all files that are there, counted in the world itself. */
const namesThere = (world: World) =>
  [...world.files.values()]
    .filter(
      (file) => !file.isFolder && !file.isDeleted && !file.isTrashed && file.driveId === driveId,
    )
    .map(({ name }) => name)
    .sort();

async function namesHere(id: string): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listItems(ctx, { id, limit: 100, ...(cursor && { cursor }) });
    for (const { state, name } of page.items) if (state !== "gone") names.push(name ?? "");
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return names.sort();
}

const reportOf = async (id: string) => (await getSource(ctx, { id })).source;

/** Holds the report to the sum that it must be, and to a count of the world. */
async function mustBeExact(id: string): Promise<void> {
  const { counts } = await reportOf(id);
  const { total, ready, processing, waiting, skipped, failed, leftOut } = counts;
  expect(ready + processing + waiting + skipped + failed + leftOut).toBe(total);
  expect(await namesHere(id)).toEqual(namesThere(at.world));
  expect(total).toBe(namesThere(at.world).length);
}

/** Runs a piece of work that may be killed at any moment, until it is done. */
async function surviving(work: () => Promise<unknown>, kills: readonly number[]): Promise<number> {
  let killed = 0;
  for (const looks of [...kills, null]) {
    at.killAfter(looks);
    await work().catch((error: unknown) => {
      if (!at.isDead()) throw error;
    });
    if (!at.isDead()) continue;
    killed += 1;
    // The claims of the dead process are free again after a while.
    at.world.advance(11 * MINUTE);
  }
  return killed;
}

/** The tokens of a connection as they are now, opened by the one key. */
async function secretsOf(connectionId: string): Promise<string[]> {
  const scope = { workspaceId: ctx.workspaceId, principals: [] };
  const kept = await database.read(scope, ({ connections }) =>
    connections.readTokens(connectionId),
  );
  if (!kept?.sealed) throw new Error("The connection has no tokens");
  return Object.values<string>(JSON.parse(ctx.sealer.open(kept.sealed, tokensOf(connectionId))));
}

/** The ways in which a text may be written: as it is, in base64, and in the digits that PostgreSQL has for bytes. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [secret, bytes.toString("base64").replace(/=+$/, ""), bytes.toString("hex")];
}

describe("chaos at a source", () => {
  it("is exact though files come, go and move while it lists", async () => {
    const ids = addManyFiles(at.world, { driveId, count: 220, perFolder: 500 });
    const folder = at.world.addFolder({ driveId, name: "Moved here" }).id;
    const id = await aDriveSource();
    for (let step = 0; step < 3; step++) await syncStep(asTheSource(ctx, id), { id });
    for (const gone of [...ids.slice(0, 9), ...ids.slice(-9)]) at.world.deleteFile(gone);
    for (const moved of [ids[20], ids[120], ids[200]]) at.world.moveFile(moved ?? "", folder);
    at.world.renameFile(ids[30] ?? "", "Renamed while it listed.txt");
    at.world.trashFile(ids[31] ?? "");
    addManyFiles(at.world, { driveId, count: 0 });
    at.world.addFile({ driveId, name: "Late.txt" });
    await sync(ctx, id);
    await mustBeExact(id);
    expect((await reportOf(id)).state).toBe("live");
  });

  it("loses and doubles nothing in ten kills, while it lists and while it fetches", async () => {
    addManyFiles(at.world, { driveId, count: 60, perFolder: 500 });
    const id = await aDriveSource();
    const whileListing = await surviving(() => sync(ctx, id), [1, 2, 3, 4, 2, 5, 3, 6, 4, 7]);
    expect(whileListing).toBeGreaterThanOrEqual(4);
    await mustBeExact(id);
    const kills = [1, 3, 9, 21, 34, 50, 15, 27, 42, 60];
    const whileFetching = await surviving(() => pump(ctx, id), kills);
    expect(whileListing + whileFetching).toBeGreaterThanOrEqual(10);
    await mustBeExact(id);
    expect((await reportOf(id)).counts.waiting).toBe(0);
    expect((await listDocuments(ctx, { limit: 100 })).items).toHaveLength(60);
  });

  it("takes two workers that make the same step for one", async () => {
    addManyFiles(at.world, { driveId, count: 130, perFolder: 500 });
    const id = await aDriveSource();
    await Promise.all([sync(ctx, id), sync(ctx, id)]);
    await sync(ctx, id);
    await mustBeExact(id);
  });

  it("compares by itself when a cursor has died", async () => {
    const ids = addManyFiles(at.world, { driveId, count: 60, perFolder: 500 });
    const id = await aDriveSource();
    await sync(ctx, id);
    for (const gone of ids.slice(0, 3)) at.world.deleteFile(gone);
    at.world.addFile({ driveId, name: "Came while it was dead.txt" });
    const body = {
      error: {
        code: 400,
        message: "Invalid Value",
        errors: [
          {
            domain: "global",
            reason: "invalid",
            message: "Invalid Value",
            location: "pageToken",
            locationType: "parameter",
          },
        ],
      },
    };
    const matches = ({ path }: { path: string }) => path.includes("/drive/v3/changes?");
    at.world.faults.push({ times: 1, matches, does: { kind: "status", status: 400, body } });
    await lookNow(ctx, { id });
    await sync(ctx, id);
    await mustBeExact(id);
    const { items: looks } = await listLooks(ctx, { id, limit: 10 });
    expect(looks.filter(({ isCursorLost }) => isCursorLost)).toMatchObject([
      { kind: "comparison", outcome: "whole" },
    ]);
  });

  it("waits an hour of refusals out, asks seldom, and has lost nothing", async () => {
    addManyFiles(at.world, { driveId, count: 130, perFolder: 500 });
    const id = await aDriveSource();
    for (let step = 0; step < 2; step++) await syncStep(asTheSource(ctx, id), { id });
    const refusal = {
      times: 10_000,
      matches: ({ path }: { path: string }) => path.includes("/drive/v3/"),
      does: { kind: "throttle" as const, status: 403 as const },
    };
    at.world.faults.push(refusal);
    const before = at.world.requests.length;
    for (let minute = 0; minute < 60; minute++) {
      await sync(ctx, id);
      at.world.advance(MINUTE);
    }
    const refused = at.world.requests.slice(before).filter(({ status }) => status === 403);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(30);
    at.world.faults.length = 0;
    at.world.advance(20 * MINUTE);
    await sync(ctx, id);
    await mustBeExact(id);
    expect((await reportOf(id)).state).toBe("live");
  });

  it("removes nothing when a whole drive cannot be read", async () => {
    const team = at.world.addDrive({
      service: "google",
      kind: "shared",
      name: "Team",
      members: [ANA],
    });
    driveId = team.id;
    addManyFiles(at.world, { driveId, count: 60, perFolder: 500 });
    const connectionId = await connect(ctx, { kind: "drive", address: ANA });
    const root = { type: "drive", drive: team.id };
    const { id } = await addSource(ctx, { connectionId, kind: "drive", root, name: "Team" });
    await sync(ctx, id);
    await pump(ctx, id);
    await mustBeExact(id);
    team.isReadable = false;
    at.world.advance(20 * MINUTE);
    await sync(ctx, id);
    expect((await reportOf(id)).state).not.toBe("live");
    expect((await listDocuments(ctx, { limit: 100 })).items).toHaveLength(60);
    expect(await namesHere(id)).toHaveLength(60);
  });

  it("keeps two private mailboxes with the same newsletter apart", async () => {
    const raw = mailOf({
      from: "News <news@harbour.example>",
      to: "readers@harbour.example",
      subject: "Harbour news",
      text: "The same for all.",
      at: at.world.now(),
      messageId: "news-1@harbour.example",
      attachments: [],
    });
    const colleague = await aColleague(ctx);
    const people: [WorkspaceContext, string][] = [
      [ctx, ANA],
      [colleague, BEN],
    ];
    for (const [person, address] of people) {
      at.world.deliver({ mailbox: address, raw });
      const connectionId = await connect(person, { kind: "gmail", address });
      const given = { connectionId, kind: "gmail" as const, root: {}, name: "Mail" };
      const { id } = await addSource(person, given);
      await sync(person, id);
      expect(await pump(person, id)).toBe(1);
    }
    const [mine, theirs] = await Promise.all(
      people.map(async ([person]) => (await listDocuments(person, { limit: 10 })).items),
    );
    expect(mine).toHaveLength(1);
    expect(theirs).toHaveLength(1);
    expect(mine?.[0]?.id).not.toBe(theirs?.[0]?.id);
  });

  it("refreshes a token once, though two workers need it at the same moment", async () => {
    const connectionId = await connect(ctx, { kind: "outlook", address: ANA });
    at.world.advance(2 * 60 * MINUTE);
    const worker = asTheSource(ctx, "src_test");
    const tokens = await Promise.all([1, 2, 3].map(() => tokenOf(worker, { id: connectionId })));
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(1);
    const asked = at.world.requests.filter(({ path }) => path.startsWith("/oauth/microsoft/token"));
    // One exchange of the code, and one refresh.
    expect(asked).toHaveLength(2);
    expect(at.doubles.tokens.look(tokens[0]?.token ?? "")?.address).toBe(ANA);
  });

  it("leaves no token in any store or log", async () => {
    addManyFiles(at.world, { driveId, count: 5 });
    const id = await aDriveSource();
    await sync(ctx, id);
    await pump(ctx, id);
    const { connectionId } = await reportOf(id);
    const { token } = await tokenOf(asTheSource(ctx, id), { id: connectionId });
    expect(token.length).toBeGreaterThan(8);
    const matches = ({ path }: { path: string }) => path.includes("/drive/v3/");
    at.world.faults.push({ times: 1, matches, does: { kind: "status", status: 500 } });
    await lookNow(ctx, { id });
    await sync(ctx, id);
    // A refused token is refreshed, and the refusal names none.
    const refused = { times: 1, matches, does: { kind: "status" as const, status: 401 } };
    at.world.faults.push(refused);
    await lookNow(ctx, { id });
    await sync(ctx, id);
    const secrets = [token, ...(await secretsOf(connectionId))];
    expect(new Set(secrets).size).toBeGreaterThanOrEqual(3);
    const stored = await everyText();
    // The outbox, the audit log and the connection itself were read.
    for (const seen of [connectionId, "source/look-asked", "sources.add-source"])
      expect(stored).toContain(seen);
    const told = `${stored}\n${at.logged.join("\n")}`;
    for (const secret of secrets)
      for (const form of formsOf(secret)) expect(told).not.toContain(form);
  });
});
