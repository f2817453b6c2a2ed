import { afterEach, beforeEach, expect, test } from "vitest";

import { refOf } from "../../../doubles/kit/bench";
import { keepingSink, list, look } from "../../../doubles/kit/driving";
import { startHookSink } from "../../../doubles/kit/hook-sink";
import { ANA, type MicrosoftBench, startMicrosoft } from "../../../doubles/microsoft/bench";
import type { Root } from "../source";
import { hearMicrosoft } from "./hear";
import { createOutlookSource } from "./mail";

const never = new AbortController().signal;
const folderOf = (name: string) => `fld-${Buffer.from(name).toString("base64url")}`;
let bench: MicrosoftBench;

beforeEach(async () => {
  bench = await startMicrosoft({
    create: createOutlookSource,
    content: ({ path }) => path.endsWith("/$value"),
    prepare: () => ({
      root: { kind: "outlook", folder: folderOf("INBOX") },
      hands: { add: () => "", addMany: () => [], remove: () => {} },
    }),
  });
});
afterEach(() => bench.doubles.close());

const world = () => bench.doubles.world;
const deliver = (given: { subject?: string; labels?: string[]; isDraft?: boolean } = {}) => {
  const { subject = "Offer", ...others } = given;
  const head = `From: Ben <ben@harbour.example>\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@x>`;
  return world().deliver({ mailbox: ANA, raw: `${head}\r\n\r\nHello.`, ...others });
};
const in_ = (name: string) => ({ ...bench, root: { kind: "outlook", folder: folderOf(name) } });

test("a message keeps its id when it moves, because each request asks for that", async () => {
  const { id } = deliver();
  expect([...(await list(bench)).items.keys()]).toEqual([id]);
  const inbox = await bench.source.begin(bench.account, bench.root);
  const clients = await bench.source.begin(bench.account, in_("Clients").root).catch(() => null);
  expect(clients).toBeNull();
  world().relabel(id, ["Clients"]);
  expect((await look(bench, inbox)).changes).toEqual([{ kind: "gone", id, why: "outside" }]);
  const there = (await list(in_("Clients"))).items.get(id);
  if (!there) throw new Error("It is not in the other folder");
  const sink = keepingSink();
  await bench.source.fetch(bench.account, refOf(there, in_("Clients").root), sink, never);
  expect(sink.bytes().toString()).toContain("Hello.");
});

test("a message that was thrown away is deleted, though it is in the folder of deleted mail", async () => {
  const { id } = deliver();
  const cursor = await bench.source.begin(bench.account, bench.root);
  world().relabel(id, ["DELETED"]);
  expect((await look(bench, cursor)).changes).toEqual([{ kind: "gone", id, why: "deleted" }]);
});

test("the double gives other ids, and other ones after a move, to who does not ask for lasting ones", async () => {
  const { id } = deliver();
  const ask = async () => {
    const authorization = `Bearer ${await bench.account.token()}`;
    const path = `/v1.0/me/mailFolders/${folderOf("INBOX")}/messages/delta`;
    const response = await fetch(`${bench.doubles.url}${path}`, { headers: { authorization } });
    return ((await response.json()) as { value: { id: string }[] }).value[0]?.id;
  };
  const before = await ask();
  world().relabel(id, ["Clients"]);
  world().relabel(id, ["INBOX"]);
  expect(before).not.toBe(id);
  expect(await ask()).not.toBe(before);
});

test("a message that came back before the look is not gone", async () => {
  const { id } = deliver();
  const cursor = await bench.source.begin(bench.account, bench.root);
  world().relabel(id, ["Clients"]);
  world().relabel(id, ["INBOX"]);
  expect((await look(bench, cursor)).state.get(id)?.kind).toBe("is");
});

test("a deleted message is told apart from one that was moved", async () => {
  const { id } = deliver();
  const cursor = await bench.source.begin(bench.account, bench.root);
  world().deleteMessage(id);
  expect((await look(bench, cursor)).changes).toEqual([{ kind: "gone", id, why: "deleted" }]);
});

test("the revision is that of the text, not that of its flags", async () => {
  const { id } = deliver();
  const before = (await list(bench)).items.get(id)?.revision;
  world().relabel(id, ["INBOX", "Important"]);
  const after = (await list(bench)).items.get(id);
  expect(after?.revision).toBe(before);
  expect(after?.mail?.labels).toEqual([folderOf("INBOX"), "Important"]);
});

test("a draft is listed, and skipped", async () => {
  const { id } = deliver({ isDraft: true });
  expect((await list(bench)).items.get(id)?.skip).toBe("draft");
});

test("folders are chosen from the outside in, or by name at any depth", async () => {
  deliver({ labels: ["Clients/Nordlicht/2026"] });
  const found = async (within?: Root, query?: string) => {
    const roots: Root[] = [];
    for await (const root of bench.source.listRoots(bench.account, within?.ref, query))
      roots.push(root);
    return roots;
  };
  const first = await found();
  expect(first.map(({ name }) => name)).toEqual([
    "Clients",
    "Deleted Items",
    "Inbox",
    "Sent Items",
  ]);
  expect((await found(first[0])).map(({ name }) => name)).toEqual(["Nordlicht"]);
  const [deep] = await found(undefined, "2026");
  expect([deep?.path, deep?.name]).toEqual([["Clients", "Nordlicht"], "2026"]);
});

test("a watch lasts no longer than mail allows", async () => {
  const secret = "a secret";
  const sink = await startHookSink((call) => hearMicrosoft(call, secret));
  const watch = await bench.source.watch?.(bench.account, bench.root, { url: sink.url, secret });
  const minutes = ((watch?.expiresAt.getTime() ?? 0) - world().now().getTime()) / 60_000;
  expect(minutes).toBeLessThanOrEqual(4_230);
  expect(minutes).toBeGreaterThan(4_000);
  await sink.close();
});
