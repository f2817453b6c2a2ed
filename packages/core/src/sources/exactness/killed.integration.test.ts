import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { addManyFiles } from "@besunny/connectors/doubles/seed";
import { contentOf } from "@besunny/connectors/doubles/world";
import { afterAll, beforeAll, expect, it } from "vitest";

import { aContext, databaseUrls, directory, sealingKey } from "../../../test/contexts";
import { type AtDoubles, atDoubles, connect } from "../../../test/sources/source-doubles";
import type { WorkerGiven } from "../../../test/sources/source-worker";
import { listDocuments } from "../../documents/list-documents";
import { addSource } from "../add-source";
import { getSource } from "../get-source";
import { listItems } from "../list-items";

const ANA = "ana@harbour.example";
const KILLS = 10;
/** The claims of a dead process are free again after this time. */
const LEASES_MS = 11 * 60_000;

let at: AtDoubles;
beforeAll(async () => {
  at = await atDoubles();
});
afterAll(() => at.doubles.close());

/** Starts a process that works at the source. Returns how it ended: it was killed at this request, somewhat later, or had nothing left to do. */
async function workUntil(given: WorkerGiven, place: { request: number; afterMs: number } | null) {
  const file = join(import.meta.dirname, "../../../test/sources/source-worker.ts");
  const child = spawn(process.execPath, ["--import", "tsx", file, JSON.stringify(given)], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const told: string[] = [];
  child.stderr.on("data", (bytes) => told.push(String(bytes)));
  let asked = 0;
  at.world.faults.unshift({
    times: Number.MAX_SAFE_INTEGER,
    does: { kind: "stall", ms: 0 },
    matches: () => {
      asked += 1;
      if (asked === place?.request) void pause(place.afterMs).then(() => child.kill("SIGKILL"));
      return false;
    },
  });
  const [code, signal] = await once(child, "exit");
  at.world.faults.shift();
  return { code, signal, told: told.join("") };
}

/** The names of all files that are there, counted in the world itself. */
const namesThere = () =>
  [...at.world.files.values()]
    .filter(({ isFolder, isDeleted }) => !isFolder && !isDeleted)
    .map(({ name }) => name)
    .sort();

it("loses and doubles nothing when its process is killed ten times, wherever that is", async () => {
  at.world.addPerson(ANA, "Ana Ferreira");
  const drive = at.world.addDrive({ service: "google", name: "My Drive", owner: ANA });
  const there = addManyFiles(at.world, { driveId: drive.id, count: 120, perFolder: 500 });
  const { sources, clock } = at;
  const ctx = { ...(await aContext({ role: "owner", sources })), clock };
  const connectionId = await connect(ctx, { kind: "drive", address: ANA });
  const root = { type: "mine" };
  const { id } = await addSource(ctx, { connectionId, kind: "drive", root, name: "My Drive" });
  const given = () => ({
    ...{ databases: databaseUrls, directory, sealingKey: sealingKey.toString("hex"), id },
    ...{ doublesUrl: at.doubles.url, pageSize: 10, now: at.world.now().toISOString() },
    ...{ workspaceId: ctx.workspaceId, ownerId: ctx.actor.id },
  });

  const places: { request: number; afterMs: number }[] = [];
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const place = { request: randomInt(1, 14), afterMs: randomInt(0, 40) };
    places.push(place);
    const ended = await workUntil(given(), place);
    expect(ended, JSON.stringify(places)).toMatchObject({ signal: "SIGKILL" });
    at.world.advance(LEASES_MS);
    // The world does not wait for a process that is dead.
    at.world.deleteFile(there[kill] ?? "");
    at.world.editFile(there[40 + kill] ?? "", contentOf("Other words."));
    at.world.addFile({ driveId: drive.id, name: `Came after kill ${kill}.txt` });
  }
  await workUntil(given(), null);
  at.world.advance(LEASES_MS);
  const last = await workUntil(given(), null);
  expect(last, JSON.stringify(places)).toMatchObject({ code: 0, told: "" });

  const { counts, state } = (await getSource(ctx, { id })).source;
  const { ready, processing, waiting, skipped, failed, leftOut, total } = counts;
  expect(state).toBe("live");
  expect(ready + processing + waiting + skipped + failed + leftOut).toBe(total);
  expect({ total, processing }, JSON.stringify(places)).toEqual({ total: 120, processing: 120 });
  const names: string[] = [];
  const documents: string[] = [];
  for (let cursor: string | undefined, isOver = false; !isOver; ) {
    const page = await listItems(ctx, { id, limit: 100, ...(cursor && { cursor }) });
    for (const item of page.items) if (item.state !== "gone") names.push(item.name ?? "");
    cursor = page.nextCursor ?? undefined;
    isOver = !cursor;
  }
  for (let cursor: string | undefined, isOver = false; !isOver; ) {
    const page = await listDocuments(ctx, { limit: 100, ...(cursor && { cursor }) });
    documents.push(...page.items.map(({ fileName }) => fileName));
    cursor = page.nextCursor ?? undefined;
    isOver = !cursor;
  }
  expect(names.sort()).toEqual(namesThere());
  expect(documents.sort(), "a document for each file, and one alone").toEqual(namesThere());
}, 180_000);
