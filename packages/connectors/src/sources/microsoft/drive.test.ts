import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { refOf } from "../../../doubles/kit/bench";
import { failureOf, failureOfAll, keepingSink, list, look } from "../../../doubles/kit/driving";
import { type MicrosoftBench, startDrive } from "../../../doubles/microsoft/bench";
import { contentOf, type WorldDrive } from "../../../doubles/world";
import { isFailure, type SourceFailure } from "../failures";
import { createDriveSource } from "./drive";

const never = new AbortController().signal;
let bench: MicrosoftBench;
let drive: WorldDrive;
let folder: string;

beforeEach(async () => {
  ({ bench, drive, folder } = await startDrive(createDriveSource));
});
afterEach(() => bench.doubles.close());

const world = () => bench.doubles.world;
const raw = async (path: string, headers: Record<string, string> = {}) => {
  const authorization = `Bearer ${await bench.account.token()}`;
  const url = path.startsWith("http") ? path : `${bench.doubles.url}${path}`;
  return fetch(url, { headers: { authorization, ...headers }, redirect: "manual" });
};
describe("the delta of a drive", () => {
  test("tells an item twice, and the last one holds", async () => {
    const id = await bench.hands.add("First.txt");
    const cursor = await bench.source.begin(bench.account, bench.root);
    world().renameFile(id, "Second.txt");
    world().renameFile(id, "Third.txt");
    const told = await raw(`/v1.0/drives/${drive.id}/root/delta?token=${tokenIn(cursor)}`);
    const names = ((await told.json()) as { value: { id: string; name: string }[] }).value;
    expect(names.filter((one) => one.id === id).map(({ name }) => name)).toEqual([
      "Third.txt (before)",
      "Third.txt",
    ]);
    const { changes } = await look(bench, cursor);
    const named = changes.flatMap((change) => (change.kind === "is" ? [change.item.name] : []));
    expect(named).toEqual(["Third.txt"]);
  });

  test("has pages with nothing on them before it ends", async () => {
    const ids = await bench.hands.addMany(30);
    const sizes: number[] = [];
    for await (const { items } of bench.source.enumerate(bench.account, bench.root, null, never)) {
      sizes.push(items.length);
    }
    expect(sizes.slice(1, -1)).toContain(0);
    const files = [...(await list(bench)).items.values()].filter(({ isFolder }) => !isFolder);
    expect(files.map(({ id }) => id)).toEqual(ids);
  });

  test("tells no path and no cTag, and of what is deleted no name", async () => {
    const id = await bench.hands.add("Plan.txt");
    const listed = await (await raw(`/v1.0/drives/${drive.id}/root/delta`)).json();
    const text = JSON.stringify(listed);
    expect(text).not.toContain('"path"');
    expect(text).not.toContain('"cTag"');
    const cursor = await bench.source.begin(bench.account, bench.root);
    world().deleteFile(id);
    const changed = await raw(`/v1.0/drives/${drive.id}/root/delta?token=${tokenIn(cursor)}`);
    const found = ((await changed.json()) as { value: { id: string }[] }).value;
    const gone = found.find((one) => one.id === id);
    expect(gone).toEqual({
      id,
      deleted: { state: "deleted" },
      parentReference: { driveId: drive.id },
    });
  });

  test("tells nothing of what is below a folder that was renamed or deleted", async () => {
    const inner = world().addFile({ driveId: drive.id, parentId: folder, name: "Inner.txt" }).id;
    const cursor = await bench.source.begin(bench.account, bench.root);
    world().renameFile(folder, "Renamed");
    const renamed = await look(bench, cursor);
    expect([...renamed.state.keys()]).toEqual([folder]);
    world().deleteFile(folder);
    const deleted = await look(bench, renamed.cursor);
    expect(deleted.changes).toEqual([{ kind: "gone", id: folder, why: "deleted" }]);
    expect((await list(bench)).items.has(inner)).toBe(false);
  });

  test("names a fresh listing when its cursor is lost, and the look goes on there", async () => {
    const ids = await bench.hands.addMany(20);
    const cursor = await bench.source.begin(bench.account, bench.root);
    bench.double.expireLinks();
    const failure = await failureOfAll(
      bench.source.changes(bench.account, bench.root, cursor, never),
    );
    if (!isFailure(failure, "cursor-lost")) throw failure;
    expect(failure.details.freshCursor).not.toBeNull();
    const { state, isLast } = await look(bench, failure.details.freshCursor ?? "");
    expect(ids.filter((id) => state.get(id)?.kind !== "is")).toEqual([]);
    expect(isLast).toBe(true);
  });

  test("is refused below a folder, so that the whole drive is read", async () => {
    expect((await raw(`/v1.0/drives/${drive.id}/items/${folder}/delta`)).status).toBe(400);
    const inner = world().addFile({ driveId: drive.id, parentId: folder, name: "Inner.txt" }).id;
    await bench.hands.add("Outside.txt");
    const chosen = { ...bench, root: { ...bench.root, folder } };
    expect([...(await list(chosen)).items.keys()]).toEqual([inner]);
  });

  test("that leads nowhere is a failure, for what follows would look gone", async () => {
    await bench.hands.addMany(3);
    const { listing: matches } = bench.requests;
    world().faults.push({
      times: 1,
      matches,
      does: { kind: "status", status: 200, body: { value: [] } },
    });
    expect(isFailure((await list(bench)).failure, "provider-down")).toBe(true);
  });

  test("that does not come is a failure", async () => {
    const { listing: matches } = bench.requests;
    world().faults.push({ times: 1, matches, does: { kind: "stall", ms: 200 } });
    const source = createDriveSource({ ...bench.tools, patience: 20 });
    expect(isFailure((await list({ ...bench, source })).failure, "provider-down")).toBe(true);
  });

  test("asks for ten changes with two requests", async () => {
    await bench.hands.addMany(10);
    const cursor = await bench.source.begin(bench.account, bench.root);
    for (const file of [...world().files.values()].slice(0, 4)) world().renameFile(file.id, "New");
    const before = world().requests.length;
    await look(bench, cursor);
    expect(world().requests.length - before).toBeLessThanOrEqual(2);
  });
});

describe("a root that went", () => {
  test.each([
    ["that is deleted", () => world().deleteDrive(drive.id)],
    ["that may not be read", () => Object.assign(drive, { isReadable: false })],
  ])("is told for a drive %s", async (_, act) => {
    const cursor = await bench.source.begin(bench.account, bench.root);
    act();
    const looked = bench.source.changes(bench.account, bench.root, cursor, never);
    expect(isFailure(await failureOfAll(looked), "root-gone")).toBe(true);
    expect(isFailure((await list(bench)).failure, "root-gone")).toBe(true);
  });

  test("is told for a chosen folder, though the delta of its drive goes on", async () => {
    const root = { ...bench.root, folder };
    const cursor = await bench.source.begin(bench.account, root);
    world().trashFile(folder);
    const looked = bench.source.changes(bench.account, root, cursor, never);
    expect(isFailure(await failureOfAll(looked), "root-gone")).toBe(true);
    expect(isFailure((await list({ ...bench, root })).failure, "root-gone")).toBe(true);
  });
});

describe("the bytes of a file", () => {
  test("are at an address that refuses our token", async () => {
    const id = await bench.hands.add("Plan.txt", "Hello");
    const redirect = await raw(`/v1.0/drives/${drive.id}/items/${id}/content`);
    expect(redirect.status).toBe(302);
    expect((await raw(redirect.headers.get("location") ?? "")).status).toBe(401);
    const sink = keepingSink();
    const item = (await list(bench)).items.get(id);
    if (!item) throw new Error("It is not listed");
    await bench.source.fetch(bench.account, refOf(item, bench.root), sink, never);
    expect(sink.bytes().toString()).toBe("Hello");
  });

  test.each([
    ["malware", "flagged-as-malware"],
    ["notebook", "notebook"],
  ])("of %s are not asked for", async (mark, skip) => {
    const { id } = world().addFile({ driveId: drive.id, name: "Odd", marks: [mark] });
    const item = (await list(bench)).items.get(id);
    expect(item?.skip).toBe(skip);
    if (!item) throw new Error("It is not listed");
    const fetched = bench.source.fetch(
      bench.account,
      refOf(item, bench.root),
      keepingSink(),
      never,
    );
    expect(isFailure(await failureOf(fetched), "not-fetchable")).toBe(true);
  });

  test("are not there for a shortcut or an empty file", async () => {
    const target = await bench.hands.add("Target.txt");
    const shortcut = world().addFile({ driveId: drive.id, name: "Link", shortcutOf: target }).id;
    const empty = world().addFile({ driveId: drive.id, name: "None", content: contentOf("") }).id;
    const { items } = await list(bench);
    expect(items.get(shortcut)?.skip).toBe("shortcut");
    expect(items.get(empty)?.skip).toBe("empty");
  });
});

describe("a link", () => {
  test("to another place is not asked, for it would get the token", async () => {
    const body = {
      value: [],
      "@odata.nextLink": "http://elsewhere.invalid/v1.0/drives/x/root/delta",
    };
    const { listing: matches } = bench.requests;
    world().faults.push({ times: 1, matches, does: { kind: "status", status: 200, body } });
    const { failure } = await list(bench);
    expect(isFailure(failure, "refused")).toBe(true);
    expect((failure as SourceFailure<"refused">).details.code).toBe("foreign-link");
  });
});

const tokenIn = (cursor: string): string =>
  new URL((JSON.parse(cursor) as { link: string }).link).searchParams.get("token") ?? "";
