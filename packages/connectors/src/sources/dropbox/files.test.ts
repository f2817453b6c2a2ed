import { createHash } from "node:crypto";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { ANA, type DropboxBench, startDropbox } from "../../../doubles/dropbox/bench";
import { contentHashOf } from "../../../doubles/dropbox/content-hash";
import { refOf } from "../../../doubles/kit/bench";
import { failureOf, failureOfAll, keepingSink, list } from "../../../doubles/kit/driving";
import { contentOf } from "../../../doubles/world";
import { isFailure } from "../failures";
import type { Change, Item, Root } from "../source";
import { createDropboxSource } from "./files";

const never = new AbortController().signal;
let bench: DropboxBench;
let whole: DropboxBench;

beforeEach(async () => {
  bench = await startDropbox();
  whole = { ...bench, root: { kind: "dropbox" } };
});
afterEach(() => bench.doubles.close());

const world = () => bench.doubles.world;
const driveId = () => bench.drive.id;
const raw = async (path: string, body: object | null, headers: Record<string, string> = {}) =>
  fetch(`${bench.doubles.url}/2/${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${await bench.account.token()}`, ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
const changesSince = async (at: DropboxBench, cursor: string) => {
  const changes: Change[] = [];
  let last = cursor;
  for await (const page of at.source.changes(at.account, at.root, cursor, never)) {
    changes.push(...page.changes);
    last = page.cursor;
  }
  return { changes, cursor: last };
};
const itemNamed = async (at: DropboxBench, name: string): Promise<Item> => {
  const item = [...(await list(at)).items.values()].find((one) => one.name === name);
  if (!item) throw new Error(`${name} is not listed`);
  return item;
};
const fetchedFrom = async (at: DropboxBench, item: Item) => {
  const sink = keepingSink();
  const fetched = await at.source.fetch(at.account, refOf(item, at.root), sink, never);
  return { fetched, text: sink.bytes().toString() };
};

describe("places", () => {
  test("a deleted folder is one deletion, at a place", async () => {
    const folder = world().addFolder({ driveId: driveId(), name: "Letters" }).id;
    for (const name of ["A.txt", "B.txt"]) {
      world().addFile({ driveId: driveId(), parentId: folder, name });
    }
    const cursor = await whole.source.begin(whole.account, whole.root);
    world().deleteFile(folder);
    expect((await changesSince(whole, cursor)).changes).toEqual([
      { kind: "gone-at", place: "/letters", why: "deleted" },
    ]);
  });

  test("a renamed file is gone at one place and is at another, with the same id", async () => {
    const { id } = world().addFile({ driveId: driveId(), name: "Draft.txt" });
    const cursor = await whole.source.begin(whole.account, whole.root);
    world().renameFile(id, "Final.txt");
    const { changes } = await changesSince(whole, cursor);
    expect(changes).toEqual([
      { kind: "gone-at", place: "/draft.txt", why: "deleted" },
      { kind: "is", item: expect.objectContaining({ id: `id:${id}`, place: "/final.txt" }) },
    ]);
  });

  test("are compared in small letters, as what is shown of them is not to be trusted", async () => {
    const folder = world().addFolder({ driveId: driveId(), name: "Letters" }).id;
    world().addFile({ driveId: driveId(), parentId: folder, name: "Reply.PDF" });
    const told = (await (await raw("files/list_folder", { path: "", recursive: true })).json()) as {
      entries: { path_display: string }[];
    };
    expect(told.entries.map(({ path_display }) => path_display)).toContain("/LETTERS/Reply.PDF");
    const item = await itemNamed(whole, "Reply.PDF");
    expect(item).toMatchObject({ place: "/letters/reply.pdf", parentIds: ["/letters"] });
    expect(item.mediaType).toBe("application/pdf");
    expect((await itemNamed(whole, "Letters")).id).toBe("/letters");
  });

  test("of a chosen folder are followed when it is renamed", async () => {
    const id = await bench.hands.add("Plan.txt");
    const folder = (bench.root.folder ?? "").slice(3);
    world().renameFile(folder, "Another name");
    expect((await list(bench)).items.get(id)?.place).toBe("/another name/plan.txt");
  });

  test("may have odd names", async () => {
    const names = [
      "Größe – Übersicht 漢字 🌻.txt",
      `${"long ".repeat(40)}x.txt`,
      "100% & more?.txt",
    ];
    for (const name of names) {
      world().addFile({ driveId: driveId(), name, content: contentOf(name) });
      const { fetched, text } = await fetchedFrom(whole, await itemNamed(whole, name));
      expect(text).toBe(name);
      expect(fetched.fileName).not.toMatch(/[\\/?]/);
    }
  });
});

describe("cursors", () => {
  test("move on even if nothing came", async () => {
    const cursor = await whole.source.begin(whole.account, whole.root);
    const { changes, cursor: next } = await changesSince(whole, cursor);
    expect(changes).toEqual([]);
    expect(next).not.toBe(cursor);
  });

  test("that are reset are lost", async () => {
    const cursor = await whole.source.begin(whole.account, whole.root);
    bench.double.expireCursors();
    const looked = whole.source.changes(whole.account, whole.root, cursor, never);
    expect(isFailure(await failureOfAll(looked), "cursor-lost")).toBe(true);
  });
});

describe("the space of a team", () => {
  const ROOT = "ns-team-1";
  const joined = () => {
    const shared = world().addDrive({
      service: "dropbox",
      kind: "shared",
      name: "Team",
      members: [ANA],
    });
    world().addFile({ driveId: shared.id, name: "Team plan.txt" });
    bench.double.joinTeam(ANA, ROOT);
  };

  test("is seen only by who names its root", async () => {
    joined();
    const bare = await (await raw("files/list_folder", { path: "", recursive: true })).text();
    expect(bare).not.toContain("Team plan.txt");
    expect((await itemNamed(whole, "Team plan.txt")).place).toBe("/team/team plan.txt");
  });

  test("that a person leaves loses the cursor, and the next listing is that of the new space", async () => {
    joined();
    await itemNamed(whole, "Team plan.txt");
    const cursor = await whole.source.begin(whole.account, whole.root);
    bench.double.joinTeam(ANA, null);
    world().addFile({ driveId: driveId(), name: "Own.txt" });
    const looked = whole.source.changes(whole.account, whole.root, cursor, never);
    expect(isFailure(await failureOfAll(looked), "cursor-lost")).toBe(true);
    expect((await itemNamed(whole, "Own.txt")).place).toBe("/own.txt");
    const again = whole.source.changes(whole.account, whole.root, cursor, never);
    expect(isFailure(await failureOfAll(again), "cursor-lost")).toBe(true);
  });

  test("that changes its root is read again, also for a file", async () => {
    joined();
    const item = await itemNamed(whole, "Team plan.txt");
    bench.double.joinTeam(ANA, "ns-team-2");
    expect((await fetchedFrom(whole, item)).text).toContain("Team plan.txt");
  });
});

describe("bytes", () => {
  test("have the hash that Dropbox documents as their revision", async () => {
    const sha = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();
    const block = new Uint8Array(4 * 1024 * 1024).fill(7);
    const rest = new TextEncoder().encode("and a rest");
    const content = contentOf(Buffer.concat([block, rest]));
    const expected = createHash("sha256").update(sha(block)).update(sha(rest)).digest("hex");
    expect(contentHashOf(content)).toBe(expected);
    world().addFile({ driveId: driveId(), name: "Two blocks.bin", content });
    expect((await itemNamed(whole, "Two blocks.bin")).revision).toBe(expected);
  });

  test("that are others than the hash says are not taken", async () => {
    const { id } = world().addFile({
      driveId: driveId(),
      name: "A.txt",
      content: contentOf("right"),
    });
    const item = await itemNamed(whole, "A.txt");
    const file = world().files.get(id);
    if (!file) throw new Error("It is not there");
    // The bytes are wrong, and as many as announced.
    file.content = { ...file.content, bytes: () => Buffer.from("wrong") };
    expect(isFailure(await failureOf(fetchedFrom(whole, item)), "provider-down")).toBe(true);
  });

  test("of a part are only that part", async () => {
    const { id } = world().addFile({
      driveId: driveId(),
      name: "A.txt",
      content: contentOf("0123456789"),
    });
    const argument = JSON.stringify({ path: `id:${id}` });
    const headers = { "dropbox-api-arg": argument, range: "bytes=2-4" };
    const response = await raw("files/download", null, headers);
    expect([response.status, await response.text()]).toEqual([206, "234"]);
  });

  test("of what is made in Dropbox itself are an export", async () => {
    world().addFile({ driveId: driveId(), name: "Notes.paper", marks: ["paper"] });
    const { fetched, text } = await fetchedFrom(whole, await itemNamed(whole, "Notes.paper"));
    expect(fetched).toMatchObject({ fileName: "Notes.html", mediaType: "text/html" });
    expect(text).toContain("<title>Notes.paper</title>");
  });

  test("that are not handed out are told so", async () => {
    world().addFile({ driveId: driveId(), name: "Board.canvas", marks: ["no-download"] });
    const item = await itemNamed(whole, "Board.canvas");
    expect(item.skip).toBe("paper-not-exportable");
    const failure = await failureOf(fetchedFrom(whole, item));
    expect(isFailure(failure, "not-fetchable")).toBe(true);
    world().addFile({ driveId: driveId(), name: "Film.mov", marks: ["malware"] });
    const restricted = await failureOf(fetchedFrom(whole, await itemNamed(whole, "Film.mov")));
    expect(isFailure(restricted, "item-forbidden")).toBe(true);
  });
});

describe("rights and limits", () => {
  test("an answer that is a text where JSON was due is no listing", async () => {
    const { listing: matches } = bench.requests;
    const body = "<!doctype html><title>Sign in to the network</title>";
    world().faults.push({ times: 1, matches, does: { kind: "status", status: 200, body } });
    expect(isFailure((await list(bench)).failure, "provider-down")).toBe(true);
  });

  test("a missing right comes with 401 too, and no new token helps", async () => {
    const error = { ".tag": "missing_scope", required_scope: "files.metadata.read" };
    const body = { error_summary: "missing_scope/..", error };
    const { listing: matches } = bench.requests;
    world().faults.push({ times: 9, matches, does: { kind: "status", status: 401, body } });
    const { failure } = await list(bench);
    if (!isFailure(failure, "scope-missing")) throw failure;
    expect(failure.details.scope).toBe("files.metadata.read");
    expect(bench.account.refreshes).toBe(0);
  });

  test("an answer that does not come is a failure", async () => {
    const { listing: matches } = bench.requests;
    world().faults.push({ times: 1, matches, does: { kind: "stall", ms: 200 } });
    const source = createDropboxSource({ ...bench.tools, patience: 20 });
    expect(isFailure((await list({ ...bench, source })).failure, "provider-down")).toBe(true);
  });

  test("the body says how long to wait where no header does", async () => {
    const { listing: matches } = bench.requests;
    world().faults.push({ times: 1, matches, does: { kind: "throttle", status: 429 } });
    const { failure } = await list(bench);
    if (!isFailure(failure, "throttled")) throw failure;
    expect(failure.details.until.getTime() - world().now().getTime()).toBe(15_000);
  });

  test("who may open a file is told by people and groups", async () => {
    world().addGroup("g:staff", "Staff", [ANA]);
    const { id } = world().addFile({ driveId: driveId(), name: "Shared.txt" });
    world().share(id, [
      { kind: "user", address: "ben@harbour.example" },
      { kind: "group", ref: "g:staff" },
    ]);
    const item = await itemNamed(whole, "Shared.txt");
    expect(item.grantsKey).toBe(`file:id:${id}`);
    expect(await whole.source.grants?.(whole.account, refOf(item, whole.root))).toEqual([
      { kind: "user", address: ANA },
      { kind: "user", address: "ben@harbour.example" },
      { kind: "group", ref: "g:staff", name: "Staff" },
    ]);
  });

  test("the account tells whose it is, and can be given back", async () => {
    expect(await bench.source.verify(bench.account)).toMatchObject({
      subject: `dbid:${ANA}`,
      address: ANA,
      isAddressProven: true,
    });
    await bench.source.revoke?.(bench.account);
    expect(world().requests.at(-1)?.path).toBe("/2/auth/token/revoke");
  });
});

describe("the choice", () => {
  test("is everything, a folder in it, or one found by name", async () => {
    const found = async (within?: Root, query?: string) => {
      const roots: Root[] = [];
      for await (const root of bench.source.listRoots(bench.account, within?.ref, query))
        roots.push(root);
      return roots;
    };
    const [everything] = await found();
    expect(everything?.name).toBe("Dropbox");
    expect((await found(everything)).map(({ name }) => name)).toEqual(["Chosen", "Not chosen"]);
    expect((await found(undefined, "not")).map(({ name }) => name)).toEqual(["Not chosen"]);
  });
});
