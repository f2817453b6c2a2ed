import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { ANA, BEN } from "../seed";
import type { World } from "../world";
import { type Desk, openDesk } from "./drive-desk";

describe("the double of Drive", () => {
  let desk: Desk;
  let bench: Desk["bench"];
  let world: World;
  const start = async (kind: Parameters<typeof openDesk>[0]) => {
    desk = await openDesk(kind);
    ({ bench, world } = desk);
  };
  beforeEach(() => start("mine"));
  afterEach(() => bench.doubles.close());
  test("unasked fields are absent, and `about` refuses to answer without them", async () => {
    const id = desk.add({ name: "Plan.txt" });
    expect((await desk.ask(`files/${id}`)).body).toEqual({
      kind: "drive#file",
      id,
      name: "Plan.txt",
      mimeType: "text/plain",
    });
    expect((await desk.ask(`files/${id}?fields=size,owners/emailAddress`)).body).toEqual({
      size: "17",
      owners: [{ emailAddress: ANA }],
    });
    expect((await desk.ask("about")).status).toBe(400);
    expect((await desk.ask(`files/${id}?fields=id,,`)).status).toBe(400);
  });

  test("a page token belongs to its query", async () => {
    await bench.hands.addMany(60);
    const { body } = await desk.ask("files?pageSize=50&q=trashed=false");
    const again = (q: string) =>
      desk.ask(`files?pageSize=50&q=${q}&pageToken=${body.nextPageToken}`);
    expect((await again("trashed=false")).body.files).toHaveLength(10);
    expect((await again("trashed=true")).status).toBe(400);
  });

  test("shared drives are seen only by who asks for them", async () => {
    await start("shared");
    const id = desk.add({ name: "Plan.txt" });
    expect((await desk.ask("files")).body.files).toEqual([]);
    expect((await desk.ask(`files/${id}`)).status).toBe(404);
    expect((await desk.ask(`files/${id}?supportsAllDrives=true`)).status).toBe(200);
    expect((await desk.ask(`files?corpora=drive&driveId=${bench.driveId}`)).status).toBe(403);
  });

  test("the token of changes belongs to its account and its drive, and does not expire", async () => {
    const { startPageToken } = (await desk.ask("changes/startPageToken")).body;
    expect((await desk.ask(`changes?pageToken=${startPageToken}`, BEN)).status).toBe(400);
    world.advance(400 * 24 * 3600 * 1000);
    expect((await desk.ask(`changes?pageToken=${startPageToken}`)).status).toBe(200);
  });

  test("a minute has so many units, and a download costs 200 of them", async () => {
    const id = desk.add({ name: "Plan.txt" });
    await desk.ask(`files/${id}?alt=media&fields=id`).catch(() => {});
    expect(world.requests.at(-1)?.units).toBe(200);
    await desk.control("drive.quota", 150);
    expect((await desk.ask("files")).status).toBe(403);
    world.advance(61_000);
    expect((await desk.ask("files")).status).toBe(200);
  });
});
