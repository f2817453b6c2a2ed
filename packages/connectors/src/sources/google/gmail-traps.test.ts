import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { inWorld, mailTo, startGmail } from "../../../doubles/google/mail-bench";
import { type Bench, refOf } from "../../../doubles/kit/bench";
import {
  addFault,
  failureOf,
  failureOfAll,
  keepingSink,
  list,
  look,
  oneItem,
} from "../../../doubles/kit/driving";
import { ANA } from "../../../doubles/seed";
import { mailOf, pdfOf } from "../../../doubles/seed-bytes";
import type { World } from "../../../doubles/world";
import { isFailure } from "../failures";
import type { Root } from "../source";

const never = new AbortController().signal;
const AN_HOUR = 60 * 60 * 1000;

describe("the traps of Gmail", () => {
  let bench: Bench;
  let world: World;
  const start = async (label: string | null) => {
    bench = await startGmail(label, 50);
    world = bench.doubles.world;
  };
  beforeEach(() => start(null));
  afterEach(() => bench.doubles.close());

  const deliver = async (raw: string, labels = ["INBOX"]) => {
    const known = new Set((await list(bench)).items.keys());
    world.advance(AN_HOUR);
    world.deliver({ mailbox: ANA, raw, labels });
    return [...(await list(bench)).items.keys()].find((id) => !known.has(id)) ?? "";
  };
  const take = async (id: string) => {
    const item = await oneItem(bench, id);
    const sink = keepingSink();
    const fetched = await bench.source.fetch(bench.account, refOf(item, bench.root), sink, never);
    return { item, sink, fetched };
  };
  const control = (name: string, ...given: unknown[]) =>
    fetch(`${bench.doubles.url}/__world`, {
      method: "POST",
      body: JSON.stringify({ do: name, with: given }),
    });
  const ask = async (path: string) => {
    const authorization = `Bearer ${bench.doubles.tokens.issue(ANA)}`;
    const url = `${bench.doubles.url}/gmail/v1/users/me/${path}`;
    const response = await fetch(url, { headers: { authorization } });
    return { status: response.status, body: await response.json() };
  };

  test("a message is one request, byte for byte, named by its subject", async () => {
    const at = new Date("2026-11-02T08:00:00Z");
    const attachments = [
      { name: "Figures.pdf", type: "application/pdf", bytes: pdfOf(["Total: 12"]) },
    ];
    const raw = mailOf({
      from: "Ben <ben@harbour.example>",
      to: ANA,
      subject: "Größe / Plan",
      text: "Hello",
      at,
      messageId: "m.1@mail.example",
      attachments,
    });
    const id = await deliver(raw);
    const before = world.requests.length;
    const item = await oneItem(bench, id);
    const listed = world.requests.length;
    const { sink, fetched } = await take(id);
    expect(sink.bytes().toString()).toBe(raw);
    expect(fetched.fileName).toBe("Größe Plan.eml");
    expect(fetched.mail).toEqual({
      messageId: "m.1@mail.example",
      threadId: expect.any(String),
      labels: ["INBOX"],
      from: "ben@harbour.example",
      hasAttachments: true,
    });
    expect(fetched.modifiedAt).toEqual(inWorld(world, id).receivedAt);
    expect(item.mail).toBeUndefined();
    expect(listed - before).toBe(1);
    expect(world.requests.filter(({ path }) => path.includes(`/messages/${id}`))).toHaveLength(1);
  });

  test("nothing is marked as read: only GET is ever sent", async () => {
    const id = await deliver(mailTo("Hello"), ["INBOX", "UNREAD"]);
    await take(id);
    expect(inWorld(world, id).labels).toContain("UNREAD");
    expect(new Set(world.requests.map(({ method }) => method))).toEqual(new Set(["GET"]));
  });

  test("a listing comes newest first, with times that are good enough for that", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 3; n++) ids.push(await deliver(mailTo(`Mail ${n}`)));
    const items = [...(await list(bench)).items.values()];
    expect(items.map(({ id }) => id)).toEqual(ids.toReversed());
    const times = items.map(({ modifiedAt }) => modifiedAt.getTime());
    expect(times).toEqual([...times].sort((one, two) => two - one));
    expect(times[0]).toBe(world.now().getTime());
  });

  test("an old history is a 404, which is a lost cursor and no lost mailbox", async () => {
    const cursor = await bench.source.begin(bench.account, bench.root);
    await bench.hands.add("Missed");
    await control("gmail.forget");
    const lost = await failureOfAll(bench.source.changes(bench.account, bench.root, cursor, never));
    expect(isFailure(lost, "cursor-lost")).toBe(true);
    expect((await list(bench)).items.size).toBe(1);
  });

  test("what loses its label leaves the label, though history by label would not say so", async () => {
    await start("Label_quay");
    const id = await bench.hands.add("Keys");
    const cursor = await bench.source.begin(bench.account, bench.root);
    const { historyId } = (await ask("profile")).body as { historyId: string };
    world.relabel(inWorld(world, id).id, ["INBOX"]);
    const kind = await ask(`history?startHistoryId=${historyId}&labelId=Label_quay`);
    expect(kind.body).not.toHaveProperty("history");
    const { state, cursor: after } = await look(bench, cursor);
    expect(state.get(id)).toEqual({ kind: "gone", id, why: "outside" });
    world.relabel(inWorld(world, id).id, ["INBOX", "Label_quay"]);
    expect((await look(bench, after)).state.get(id)?.kind).toBe("is");
  });

  test("spam, drafts and what is in the bin are never taken", async () => {
    const cursor = await bench.source.begin(bench.account, bench.root);
    world.deliver({ mailbox: ANA, raw: mailTo("Win"), labels: ["SPAM"] });
    world.deliver({ mailbox: ANA, raw: mailTo("Later"), labels: [], isDraft: true });
    world.deliver({ mailbox: ANA, raw: mailTo("Old"), labels: ["TRASH"] });
    const id = await bench.hands.add("Good");
    expect([...(await list(bench)).items.keys()]).toEqual([id]);
    const { changes } = await look(bench, cursor);
    expect(changes.map((change) => change.kind === "is" && change.item.id)).toEqual([id]);
    expect(await bench.source.count?.(bench.account, bench.root)).toBe(1);
  });

  test("a label is counted without what is in the bin", async () => {
    await start("Label_quay");
    await bench.hands.addMany(3);
    world.deliver({ mailbox: ANA, raw: mailTo("Binned"), labels: ["Label_quay", "TRASH"] });
    expect(await bench.source.count?.(bench.account, bench.root)).toBe(3);
    expect((await list(bench)).items.size).toBe(3);
  });

  test("mail from before a day is left at Gmail", async () => {
    await deliver(mailTo("Old"));
    world.advance(10 * AN_HOUR);
    const since = world.now().toISOString();
    const id = await deliver(mailTo("New"));
    bench.root = { since };
    expect([...(await list(bench)).items.keys()]).toEqual([id]);
    expect(await bench.source.count?.(bench.account, bench.root)).toBe(1);
  });

  test("300 messages a minute: the double holds to the quota of May 2026", async () => {
    const id = await deliver(mailTo("Hello"));
    await control("gmail.quota", 45);
    world.advance(61_000);
    const answers = [];
    for (let n = 0; n < 3; n++) answers.push((await ask(`messages/${id}?format=raw`)).status);
    expect(answers).toEqual([200, 200, 403]);
    expect(bench.source.facts.quota.fetchesPerMinute).toBe(300);
  });

  test("the time that Gmail writes into its message is kept", async () => {
    const until = new Date(world.now().getTime() + 900_000).toISOString();
    const message = `User-rate limit exceeded.  Retry after ${until}`;
    const errors = [{ domain: "usageLimits", reason: "rateLimitExceeded", message }];
    const body = { error: { code: 429, message, errors } };
    addFault(bench, bench.requests.listing, { kind: "status", status: 429, body });
    const { failure } = await list(bench);
    expect(isFailure(failure, "throttled") && failure.details.until.toISOString()).toBe(until);
  });

  test("an encrypted message is skipped, and no file is opened for it", async () => {
    const raw = mailTo("Secret").replace(
      "Content-Type: text/plain; charset=utf-8",
      'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"',
    );
    const item = await oneItem(bench, await deliver(raw));
    const sink = keepingSink();
    const ref = refOf(item, bench.root);
    const failure = await failureOf(bench.source.fetch(bench.account, ref, sink, never));
    expect(isFailure(failure, "not-fetchable") && failure.details.skip).toBe("encrypted-mail");
    expect(sink.opened()).toBe(0);
  });

  test("labels are roots, those below others with their way, and found by name", async () => {
    await deliver(mailTo("One"), ["Label_Clients.Nordlicht"]);
    const roots: Root[] = [];
    for await (const root of bench.source.listRoots(bench.account)) roots.push(root);
    expect(roots[0]).toMatchObject({ name: "All mail", ref: {} });
    expect(roots.map(({ ref }) => ref.label)).not.toContain("SPAM");
    const found: Root[] = [];
    for await (const root of bench.source.listRoots(bench.account, undefined, "nord"))
      found.push(root);
    expect(found).toMatchObject([{ name: "Nordlicht", path: ["Clients"] }]);
  });

  test("a label that is gone is no empty label", async () => {
    bench.root = { label: "Label_gone" };
    expect(isFailure((await list(bench)).failure, "root-gone")).toBe(true);
    const begun = await failureOf(bench.source.begin(bench.account, bench.root));
    expect(isFailure(begun, "root-gone")).toBe(true);
  });

  test("a watch lives seven days and is renewed by watching again", async () => {
    const wish = { url: "https://besunny.example/hook", secret: "s" };
    const watch = await bench.source.watch?.(bench.account, bench.root, wish);
    expect(watch?.expiresAt.getTime()).toBe(world.now().getTime() + 7 * 24 * AN_HOUR);
    world.advance(24 * AN_HOUR);
    const renewed = watch && (await bench.source.renew?.(bench.account, watch));
    expect(renewed?.expiresAt.getTime()).toBe(world.now().getTime() + 7 * 24 * AN_HOUR);
    if (renewed) await bench.source.unwatch?.(bench.account, renewed);
    expect(world.requests.at(-1)?.path).toBe("/gmail/v1/users/me/stop");
  });
});
