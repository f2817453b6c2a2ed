import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { refOf } from "../../../doubles/kit/bench";
import { failureOf, list } from "../../../doubles/kit/driving";
import { startHookSink } from "../../../doubles/kit/hook-sink";
import { ANA, type MicrosoftBench, startDrive } from "../../../doubles/microsoft/bench";
import type { WorldDrive } from "../../../doubles/world";
import { isFailure } from "../failures";
import type { Root } from "../source";
import { createDriveSource } from "./drive";
import { hearMicrosoft } from "./hear";

const BEN = "ben@harbour.example";
let bench: MicrosoftBench;
let drive: WorldDrive;
let folder: string;

beforeEach(async () => {
  ({ bench, drive, folder } = await startDrive(createDriveSource));
});
afterEach(() => bench.doubles.close());

const world = () => bench.doubles.world;
const all = async <Thing>(things: AsyncIterable<Thing>) => {
  const found: Thing[] = [];
  for await (const thing of things) found.push(thing);
  return found;
};

describe("grants", () => {
  test("are those of people and groups; a link of the organisation gives nothing", async () => {
    world().addGroup("grp-staff", "Staff", [ANA, BEN]);
    const { id } = world().addFile({ driveId: drive.id, parentId: folder, name: "Shared.txt" });
    world().share(folder, [{ kind: "user", address: BEN }]);
    world().share(id, [
      { kind: "group", ref: "grp-staff" },
      { kind: "domain", domain: "harbour.example" },
    ]);
    const item = (await list(bench)).items.get(id);
    if (!item) throw new Error("It is not listed");
    expect(await bench.source.grants?.(bench.account, refOf(item, bench.root))).toEqual([
      { kind: "user", address: ANA },
      { kind: "user", address: BEN },
      { kind: "group", ref: "grp-staff", name: "Staff" },
    ]);
    expect(await bench.source.members?.(bench.account, "grp-staff")).toEqual([ANA, BEN]);
  });

  test("have one key for what is not shared in an own drive, and one each in a site", async () => {
    const ids = await bench.hands.addMany(2);
    const own = (await list(bench)).items;
    expect(new Set(ids.map((id) => own.get(id)?.grantsKey)).size).toBe(1);
    const site = { ...bench, root: { ...bench.root, kind: "sharepoint" } };
    const there = (await list(site)).items;
    expect(new Set(ids.map((id) => there.get(id)?.grantsKey)).size).toBe(2);
  });
});

describe("the choice", () => {
  test("leads from sites to libraries to folders", async () => {
    const library = world().addDrive({
      service: "microsoft",
      kind: "site",
      name: "Offers",
      members: [ANA],
    });
    world().addFolder({ driveId: library.id, name: "2026" });
    world().addDrive({ service: "microsoft", kind: "site", name: "Secret", members: [BEN] });
    const below = (within?: Root) => all(bench.source.listRoots(bench.account, within?.ref));
    const first = await below();
    expect(first.map(({ name, isChoosable }) => [name, isChoosable])).toEqual([
      ["OneDrive", true],
      ["Offers", false],
    ]);
    expect((await below(first[0])).map(({ name }) => name)).toEqual(["Chosen"]);
    const libraries = await below(first[1]);
    expect(libraries.map(({ ref }) => ref.drive)).toEqual([library.id]);
    expect((await below(libraries[0])).map(({ name }) => name)).toEqual(["2026"]);
  });

  test("finds folders and sites by name", async () => {
    world().addDrive({ service: "microsoft", kind: "site", name: "It's chosen", members: [ANA] });
    world().addFolder({ driveId: drive.id, name: "It's here" });
    const found = await all(bench.source.listRoots(bench.account, undefined, "it's"));
    expect(found.map(({ name }) => name)).toEqual(["It's here", "It's chosen"]);
  });

  test("is without OneDrive for who has none, and still has sites", async () => {
    world().deleteDrive(drive.id);
    world().addDrive({ service: "microsoft", kind: "site", name: "Offers", members: [ANA] });
    const found = await all(bench.source.listRoots(bench.account));
    expect(found.map(({ name }) => name)).toEqual(["Offers"]);
  });
});

describe("a watch", () => {
  test("proves its address, shows its secret, and ends in words of its own", async () => {
    const secret = "a secret";
    const sink = await startHookSink((call) => hearMicrosoft(call, secret));
    const { source, account, root } = bench;
    const watch = await source.watch?.(account, root, { url: sink.url, secret });
    if (!watch) throw new Error("There is no watch");
    expect(sink.heard.map(({ kind }) => kind)).toEqual(["prove"]);
    expect(await bench.double.subscriptions.notify()).toEqual([202]);
    expect(sink.heard.at(-1)).toEqual({ kind: "look", accounts: null, watch: "fine" });
    await bench.double.subscriptions.lifecycle("reauthorizationRequired");
    expect(sink.heard.at(-1)).toMatchObject({ watch: "ending" });
    world().advance(29 * 86_400_000);
    const renewed = await source.renew?.(account, watch);
    expect(renewed?.expiresAt.getTime()).toBeGreaterThan(watch.expiresAt.getTime());
    await bench.double.subscriptions.lifecycle("subscriptionRemoved");
    expect(sink.heard.at(-1)).toMatchObject({ watch: "ended" });
    expect(
      isFailure(await failureOf(source.renew?.(account, watch) ?? Promise.resolve()), "refused"),
    ).toBe(true);
    await source.unwatch?.(account, watch);
    await sink.close();
  });

  test("is not believed without its secret", async () => {
    const sink = await startHookSink((call) => hearMicrosoft(call, "the right one"));
    await bench.source.watch?.(bench.account, bench.root, { url: sink.url, secret: "another" });
    expect(await bench.double.subscriptions.notify()).toEqual([403]);
    await sink.close();
  });

  test("is refused for an address that gives nothing back", async () => {
    const sink = await startHookSink(() => ({ kind: "refused" }));
    const watched = bench.source.watch?.(bench.account, bench.root, { url: sink.url, secret: "s" });
    expect(isFailure(await failureOf(watched ?? Promise.resolve()), "refused")).toBe(true);
    await sink.close();
  });
});
