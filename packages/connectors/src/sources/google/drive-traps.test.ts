import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { startDrive } from "../../../doubles/google/drive-bench";
import { type Desk, openDesk } from "../../../doubles/google/drive-desk";
import { refOf } from "../../../doubles/kit/bench";
import {
  addFault,
  failureOf,
  failureOfAll,
  keepingSink,
  list,
  look,
  oneItem,
} from "../../../doubles/kit/driving";
import { bigContent, contentOf, type World } from "../../../doubles/world";
import { isFailure } from "../failures";
import { createLimiter } from "../limiter";
import { createDriveSource } from "./drive";

const never = new AbortController().signal;
const DOC = "application/vnd.google-apps.document";
const SHEET = "application/vnd.google-apps.spreadsheet";

describe("the traps of Drive", () => {
  let desk: Desk;
  let bench: Desk["bench"];
  let world: World;
  const start = async (kind: Parameters<typeof openDesk>[0]) => {
    desk = await openDesk(kind);
    ({ bench, world } = desk);
  };
  beforeEach(() => start("mine"));
  afterEach(() => bench.doubles.close());
  const fetchIt = async (id: string, mediaType?: string) => {
    const item = await oneItem(bench, id);
    const ref = { ...refOf(item, bench.root), ...(mediaType && { mediaType }) };
    const sink = keepingSink();
    return { sink, fetched: await bench.source.fetch(bench.account, ref, sink, never) };
  };
  const requestsTo = (part: string) => world.requests.filter(({ path }) => path.includes(part));

  test("removed may mean lost or moved: the file is asked before it is called gone", async () => {
    await start("shared");
    const id = desk.add({ name: "Plan.txt" });
    const cursor = await bench.source.begin(bench.account, bench.root);
    const mine = [...world.drives.values()].find(({ kind }) => kind === "own")?.id ?? "";
    world.moveFile(id, null, mine);
    const raw = await desk.ask(
      `changes?pageToken=${JSON.parse(cursor).token}&driveId=${bench.driveId}&includeItemsFromAllDrives=true&supportsAllDrives=true`,
    );
    expect(raw.body.changes).toMatchObject([{ fileId: id, removed: true }]);
    const { state } = await look(bench, cursor);
    expect(state.get(id)).toEqual({ kind: "gone", id, why: "outside" });
    expect(requestsTo(`/files/${id}`)).toHaveLength(1);
  });

  test("a deleted shared drive is not in its own feed: each look finds it gone", async () => {
    await start("shared");
    const cursor = await bench.source.begin(bench.account, bench.root);
    world.deleteDrive(bench.driveId);
    const looked = await failureOfAll(
      bench.source.changes(bench.account, bench.root, cursor, never),
    );
    expect(isFailure(looked, "root-gone")).toBe(true);
    expect(isFailure((await list(bench)).failure, "root-gone")).toBe(true);
    const begun = await failureOf(bench.source.begin(bench.account, bench.root));
    expect(isFailure(begun, "root-gone")).toBe(true);
  });

  test("a drive that cannot be read is no empty drive", async () => {
    await start("shared");
    desk.add({ name: "Plan.txt" });
    const drive = world.drives.get(bench.driveId);
    if (drive) drive.isReadable = false;
    const { failure, next } = await list(bench);
    expect(isFailure(failure, "root-gone")).toBe(true);
    expect(next).toBeNull();
  });

  test("a chosen folder that is trashed is no empty folder", async () => {
    await start("folder");
    desk.add({ name: "Plan.txt", parentId: bench.root.folder ?? "" });
    const cursor = await bench.source.begin(bench.account, bench.root);
    world.trashFile(bench.root.folder ?? "");
    const looked = await failureOfAll(
      bench.source.changes(bench.account, bench.root, cursor, never),
    );
    expect(isFailure(looked, "root-gone")).toBe(true);
  });

  test("a folder above the chosen one that is trashed takes the chosen one along", async () => {
    await start("folder");
    const chosen = bench.root.folder ?? "";
    const above = world.addFolder({ driveId: bench.driveId, name: "Above" }).id;
    world.moveFile(chosen, above);
    desk.add({ name: "Plan.txt", parentId: chosen });
    const cursor = await bench.source.begin(bench.account, bench.root);
    world.trashFile(above);
    const looked = await failureOfAll(
      bench.source.changes(bench.account, bench.root, cursor, never),
    );
    expect(isFailure(looked, "root-gone")).toBe(true);
  });

  test("a trashed folder is told alone, and hides what is below it", async () => {
    const folder = world.addFolder({ driveId: bench.driveId, name: "Old" }).id;
    const id = desk.add({ name: "Plan.txt", parentId: folder });
    const cursor = await bench.source.begin(bench.account, bench.root);
    world.trashFile(folder);
    const { changes, cursor: after } = await look(bench, cursor);
    expect(changes).toEqual([{ kind: "gone", id: folder, why: "deleted" }]);
    expect((await list(bench)).items.size).toBe(0);
    world.restoreFile(folder);
    expect((await look(bench, after)).state.get(id)?.kind).toBe("is");
  });

  test("one folder that goes makes Drive refuse a batch: the rest is listed all the same", async () => {
    await start("folder");
    const parentId = bench.root.folder ?? "";
    const folders = ["A", "B", "C"].map(
      (name) => world.addFolder({ driveId: bench.driveId, parentId, name }).id,
    );
    const ids = folders.map((folder) => desk.add({ name: "In it.txt", parentId: folder }));
    const { items, failure } = await list(bench, {
      onPage: (page) => {
        if (page === 1) world.deleteFile(folders[1] ?? "");
      },
    });
    expect(failure).toBeNull();
    expect(ids.map((id) => items.has(id))).toEqual([true, false, true]);
  });

  test("a folder that may not be read any more makes a listing partial", async () => {
    await start("folder");
    const parentId = bench.root.folder ?? "";
    const folders = ["A", "B"].map(
      (name) => world.addFolder({ driveId: bench.driveId, parentId, name }).id,
    );
    const closed = folders[1] ?? "";
    const errors = [{ domain: "global", reason: "insufficientFilePermissions", message: "No" }];
    const body = { error: { code: 403, message: "No", errors } };
    const asked = bench.source.enumerate(bench.account, bench.root, null, never);
    const partial: boolean[] = [];
    for await (const page of asked) {
      partial.push(page.isPartial === true);
      if (partial.length > 1) continue;
      world.deleteFile(closed);
      const isAboutIt = ({ path }: { path: string }) => path.includes(`/files/${closed}`);
      addFault(bench, isAboutIt, { kind: "status", status: 403, body });
    }
    expect(partial).toEqual([false, true]);
  });

  test("a search that Google could not finish is no whole listing", async () => {
    desk.add({ name: "Plan.txt" });
    const body = { kind: "drive#fileList", incompleteSearch: true, files: [] };
    addFault(bench, bench.requests.listing, { kind: "status", status: 200, body });
    expect(isFailure((await list(bench)).failure, "provider-down")).toBe(true);
  });

  test("a provider that says nothing is not waited for", async () => {
    desk.add({ name: "Plan.txt" });
    const { limiter, url } = { limiter: createLimiter({ paces: {} }), url: bench.doubles.url };
    bench.source = createDriveSource({ limiter, apiUrl: url, patience: 40 });
    addFault(bench, bench.requests.listing, { kind: "stall", ms: 2000 });
    expect(isFailure((await list(bench)).failure, "provider-down")).toBe(true);
  });

  test("a folder with 10,000 files moves in, and loses none", async () => {
    await bench.doubles.close();
    bench = await startDrive("folder");
    const { hands, source, account, root } = bench;
    const tree = await hands.addFolder?.(10_000);
    await hands.moveOut?.(tree?.folder ?? "");
    const cursor = await source.begin(account, root);
    await hands.moveIn?.(tree?.folder ?? "");
    const { state } = await look(bench, cursor);
    expect(tree?.ids.filter((id) => state.get(id)?.kind !== "is")).toEqual([]);
    expect(state.size).toBe(10_002);
  });

  test("the pages of a listing expire: the listing begins anew", async () => {
    await bench.hands.addMany(60);
    const failure = (await list(bench, { at: JSON.stringify({ page: "forgotten" }) })).failure;
    expect(isFailure(failure, "cursor-lost")).toBe(true);
  });

  test("Google's own files have no hash and no size, and are exported", async () => {
    const id = desk.add({
      name: "Budget: 2027/28",
      mediaType: DOC,
      content: contentOf("Rent 26880"),
    });
    const item = await oneItem(bench, id);
    expect(item.size).toBeNull();
    const { sink, fetched } = await fetchIt(id);
    expect(fetched.fileName).toBe("Budget 2027 28.docx");
    expect(fetched.revision).toBe(item.revision);
    expect(sink.bytes().toString()).toBe("Rent 26880");
    world.advance(1000);
    world.editFile(id, contentOf("Rent 27000"));
    expect((await oneItem(bench, id)).revision).not.toBe(item.revision);
  });

  test("an export above 10 MB becomes a text, or is skipped", async () => {
    const large = desk.add({ name: "Long", mediaType: DOC, content: bigContent(12 * 1024 ** 2) });
    expect((await fetchIt(large)).fetched).toMatchObject({
      fileName: "Long.txt",
      mediaType: "text/plain",
    });
    const huge = desk.add({ name: "Longer", mediaType: DOC, content: bigContent(60 * 1024 ** 2) });
    const sheet = desk.add({ name: "Rows", mediaType: SHEET, content: bigContent(12 * 1024 ** 2) });
    for (const id of [huge, sheet]) {
      const failure = await failureOf(fetchIt(id));
      expect(isFailure(failure, "not-fetchable") && failure.details.skip).toBe("export-too-large");
    }
  });

  test("what cannot be fetched is named in the listing, and a shortcut is no second copy", async () => {
    const target = desk.add({ name: "Plan.txt" });
    const skips = {
      shortcut: desk.add({ name: "Plan.txt", shortcutOf: target }),
      "form-or-site": desk.add({ name: "Survey", mediaType: "application/vnd.google-apps.form" }),
      "no-download-right": desk.add({ name: "Closed.pdf", marks: ["no-download"] }),
      empty: desk.add({ name: "Nothing.txt", content: contentOf("") }),
    };
    const { items } = await list(bench);
    for (const [skip, id] of Object.entries(skips)) expect(items.get(id)?.skip).toBe(skip);
    expect(items.get(target)?.skip).toBeUndefined();
  });

  test("malware and lost rights are told when they are fetched", async () => {
    const bad = desk.add({ name: "Bad.exe", marks: ["malware"] });
    const failure = await failureOf(fetchIt(bad));
    expect(isFailure(failure, "not-fetchable") && failure.details.skip).toBe("flagged-as-malware");
    const closed = desk.add({ name: "Closed.pdf", marks: ["no-download"] });
    const refused = await failureOf(fetchIt(closed));
    expect(isFailure(refused, "not-fetchable") && refused.details.skip).toBe("no-download-right");
  });

  test("a file that was edited after the listing is taken as it is now", async () => {
    const id = desk.add({ name: "Plan.txt", content: contentOf("One") });
    const item = await oneItem(bench, id);
    world.editFile(id, contentOf("Two"));
    const sink = keepingSink();
    const fetched = await bench.source.fetch(bench.account, refOf(item, bench.root), sink, never);
    expect(sink.bytes().toString()).toBe("Two");
    expect(fetched.revision).toBe((await oneItem(bench, id)).revision);
  });
});
