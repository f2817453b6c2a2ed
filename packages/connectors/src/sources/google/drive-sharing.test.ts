import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { type Desk, openDesk } from "../../../doubles/google/drive-desk";
import { refOf } from "../../../doubles/kit/bench";
import { addFault, failureOf, list, look, oneItem } from "../../../doubles/kit/driving";
import { ANA, BEN, CARLA } from "../../../doubles/seed";
import { listenForPushes } from "../../../doubles/serving/pushes";
import type { World } from "../../../doubles/world";
import { isFailure } from "../failures";
import type { Root, RootRef } from "../source";

describe("Drive beside its files", () => {
  let desk: Desk;
  let bench: Desk["bench"];
  let world: World;
  const start = async (kind: Parameters<typeof openDesk>[0]) => {
    desk = await openDesk(kind);
    ({ bench, world } = desk);
  };
  beforeEach(() => start("mine"));
  afterEach(() => bench.doubles.close());
  const rootsOf = async (within?: RootRef, query?: string) => {
    const roots: Root[] = [];
    for await (const root of bench.source.listRoots(bench.account, within, query)) roots.push(root);
    return roots;
  };
  test("My Drive is what the person owns; what is shared with them is a root of its own", async () => {
    const own = desk.add({ name: "Mine.txt" });
    const bens = world.addDrive({ service: "google", name: "My Drive", owner: BEN });
    const shared = world.addFile({
      driveId: bens.id,
      name: "Bens.txt",
      grants: [{ kind: "user", address: ANA }],
    });
    world.addFile({ driveId: bens.id, name: "Private.txt" });
    const team = [...world.drives.values()].find(({ kind }) => kind === "shared")?.id ?? "";
    world.addFile({ driveId: team, name: "Team.txt" });
    expect([...(await list(bench)).items.keys()]).toEqual([own]);
    bench.root = { type: "shared-with-me" };
    expect([...(await list(bench)).items.keys()]).toEqual([shared.id]);
    expect(await bench.source.count?.(bench.account, bench.root)).toBe(1);
  });

  test("roots are listed level by level, and found by name with the way to them", async () => {
    const outer = world.addFolder({ driveId: bench.driveId, name: "Contracts" }).id;
    const inner = world.addFolder({
      driveId: bench.driveId,
      parentId: outer,
      name: "Leases of Quay 4",
    }).id;
    desk.add({ name: "Leases.txt", parentId: outer });
    expect((await rootsOf()).map(({ name }) => name)).toEqual([
      "My Drive",
      "Shared with me",
      "Team",
    ]);
    expect(await rootsOf({ type: "mine" })).toMatchObject([
      { name: "Contracts", path: ["My Drive"] },
    ]);
    const [found, ...others] = await rootsOf(undefined, "quay");
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      ref: { type: "folder", folder: inner },
      path: ["My Drive", "Contracts"],
    });
    const [team] = await rootsOf(undefined, "team");
    expect(team?.ref.type).toBe("drive");
  });

  test("grants are kept as Google tells them, and equal sharings have one key", async () => {
    world.addGroup("staff@harbour.example", "Staff", [ANA, BEN]);
    const grants = [
      { kind: "user" as const, address: CARLA },
      { kind: "group" as const, ref: "staff@harbour.example" },
      { kind: "domain" as const, domain: "harbour.example" },
      { kind: "anyone" as const },
    ];
    const one = desk.add({ name: "One.txt", grants });
    const two = desk.add({ name: "Two.txt", grants });
    const three = desk.add({ name: "Three.txt" });
    const { items } = await list(bench);
    expect(items.get(one)?.grantsKey).toBe(items.get(two)?.grantsKey);
    expect(items.get(one)?.grantsKey).not.toBe(items.get(three)?.grantsKey);
    const item = await oneItem(bench, one);
    const asked = await bench.source.grants?.(bench.account, refOf(item, bench.root));
    expect(asked).toEqual(item.grants);
    expect(asked).toEqual(
      expect.arrayContaining([
        { kind: "user", address: CARLA },
        { kind: "group", ref: "staff@harbour.example", name: "Staff" },
        { kind: "domain", domain: "harbour.example" },
        { kind: "anyone" },
      ]),
    );
  });

  test("the members of a shared drive come in pages, and its listing carries no grants", async () => {
    await start("shared");
    const drive = world.drives.get(bench.driveId);
    const more = Array.from({ length: 140 }, (_, n) => `person${n}@harbour.example`);
    drive?.members.push(...more);
    const id = desk.add({ name: "Plan.txt" });
    const own = desk.add({ name: "Own.txt", grants: [{ kind: "user", address: CARLA }] });
    const item = await oneItem(bench, id);
    expect(item).toMatchObject({ grantsKey: `drive:${bench.driveId}` });
    expect(item.grants).toBeUndefined();
    expect((await oneItem(bench, own)).grantsKey).not.toBe(item.grantsKey);
    const grants = await bench.source.grants?.(bench.account, refOf(item, bench.root));
    expect(grants).toHaveLength(142);
  });

  test("a sharing that may not be read is a failure, and no empty sharing", async () => {
    const bens = world.addDrive({ service: "google", name: "My Drive", owner: BEN });
    const grants = [{ kind: "user" as const, address: ANA }];
    const { id } = world.addFile({ driveId: bens.id, name: "Bens.txt", grants });
    bench.root = { type: "shared-with-me" };
    const item = await oneItem(bench, id);
    expect(item.grants).toBeUndefined();
    const asked = bench.source.grants?.(bench.account, refOf(item, bench.root));
    expect(isFailure(await failureOf(asked ?? Promise.resolve()), "item-forbidden")).toBe(true);
  });

  test("a channel says only that something changed, for as long as Google wants", async () => {
    const pushes = await listenForPushes();
    const wish = { url: pushes.url, secret: "a-secret-of-the-channel" };
    const watch = await bench.source.watch?.(bench.account, bench.root, wish);
    expect(watch?.expiresAt.getTime()).toBe(world.now().getTime() + 7 * 24 * 3600 * 1000);
    desk.add({ name: "Plan.txt" });
    await desk.control("drive.push", 2);
    const states = await pushes.wait(3);
    expect(states.map(({ headers }) => headers["x-goog-resource-state"])).toEqual([
      "sync",
      "change",
      "change",
    ]);
    expect(states[1]).toMatchObject({
      body: "",
      headers: { "x-goog-channel-token": wish.secret, "x-goog-channel-id": watch?.id },
    });
    if (watch) await bench.source.unwatch?.(bench.account, watch);
    if (watch) await bench.source.unwatch?.(bench.account, watch);
    desk.add({ name: "More.txt" });
    await desk.control("drive.push");
    expect(pushes.received).toHaveLength(3);
    await pushes.close();
  });

  test("a channel that has expired is silent", async () => {
    const pushes = await listenForPushes();
    await bench.source.watch?.(bench.account, bench.root, { url: pushes.url, secret: "s" });
    await pushes.wait(1);
    world.advance(8 * 24 * 3600 * 1000);
    desk.add({ name: "Plan.txt" });
    await desk.control("drive.push");
    expect(pushes.received).toHaveLength(1);
    await pushes.close();
  });

  test("a token is whose it is, with what it may; and it dies when it is revoked", async () => {
    const facts = await bench.source.verify(bench.account);
    expect(facts).toMatchObject({
      address: ANA,
      isAddressProven: true,
      scopes: ["openid", "email"],
    });
    const token = await bench.account.token();
    await bench.source.revoke?.(bench.account);
    expect(bench.doubles.tokens.look(token)).toBeNull();
  });

  test.each([
    ["insufficientPermissions", "scope-missing"],
    ["accessNotConfigured", "refused"],
    ["domainPolicy", "refused"],
    ["rateLimitExceeded", "throttled"],
    ["dailyLimitExceeded", "throttled"],
  ] as const)("a 403 for %s is %s", async (reason, kind) => {
    const body = {
      error: { code: 403, message: "No", errors: [{ domain: "x", reason, message: "No" }] },
    };
    addFault(bench, bench.requests.listing, { kind: "status", status: 403, body });
    expect(isFailure((await list(bench)).failure, kind)).toBe(true);
  });

  test("the limit of the project holds all accounts", async () => {
    const metadata = { quota_limit: "DefaultQuotaUnitsPerMinutePerProject" };
    const errors = [{ domain: "usageLimits", reason: "rateLimitExceeded", message: "Slow down" }];
    const body = { error: { code: 403, message: "Slow down", errors, details: [{ metadata }] } };
    addFault(bench, bench.requests.listing, { kind: "status", status: 403, body });
    const { failure } = await list(bench);
    expect(isFailure(failure, "throttled") && failure.details.scope).toBe("app");
  });

  test("ten changes in a full drive cost two requests", async () => {
    const ids = await bench.hands.addMany(200);
    const cursor = await bench.source.begin(bench.account, bench.root);
    const before = world.requests.length;
    for (const id of ids.slice(0, 10)) world.renameFile(id, "Another.txt");
    expect((await look(bench, cursor)).changes).toHaveLength(10);
    expect(world.requests.length - before).toBeLessThanOrEqual(2);
  });
});
