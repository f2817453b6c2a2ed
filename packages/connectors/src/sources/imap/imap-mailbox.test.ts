import { afterAll, afterEach, beforeAll, describe, expect, it, test } from "vitest";
import { refOf } from "../../../doubles/kit/bench";
import { idsOf, keepingSink, list, look, oneItem, slowSink } from "../../../doubles/kit/driving";
import { type Dovecot, startDovecot, withoutDovecot } from "../../../test/imap/dovecot";
import { allowList, aMail, deliver, imapBench } from "../../../test/imap/imap-bench";
import { createLimiter } from "../limiter";
import { createImap } from "./imap";

const never = new AbortController().signal;
const isLeftOut = withoutDovecot !== null;

describe.skipIf(isLeftOut)(`a mailbox${withoutDovecot ? `: ${withoutDovecot}` : ""}`, () => {
  let dovecot: Dovecot;
  const benches: Awaited<ReturnType<typeof imapBench>>[] = [];

  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterEach(async () => {
    for (const bench of benches.splice(0)) await bench.doubles.close();
  });
  afterAll(() => dovecot.close());

  const begin = async (given: Parameters<typeof imapBench>[1] = {}) => {
    const bench = await imapBench(dovecot, given);
    benches.push(bench);
    return bench;
  };
  type Begun = Awaited<ReturnType<typeof begin>>;
  const whole = { root: { path: "" } };

  const inFolder = async <Result>({ client }: Begun, path: string, act: () => Promise<Result>) => {
    const lock = await client.getMailboxLock(path);
    try {
      return await act();
    } finally {
      lock.release();
    }
  };
  const move = (bench: Begun, from: string, to: string) =>
    inFolder(bench, from, () => bench.client.messageMove("1:*", to));

  it("is left as it was: no mail is marked as seen", async () => {
    const bench = await begin();
    const id = await bench.hands.add("Plan");
    const item = await oneItem(bench, id);
    await bench.source.fetch(bench.account, refOf(item, bench.root), keepingSink(), never);
    await bench.source.count?.(bench.account, bench.root);
    const [mail] = await inFolder(bench, "Chosen", () =>
      bench.client.fetchAll("1:*", { flags: true }),
    );
    expect([...(mail?.flags ?? [])]).not.toContain("\\Seen");
    const commands = bench.doubles.world.requests.map(({ path }) => path);
    expect(commands.filter((path) => /^(SELECT|STORE|UID STORE|EXPUNGE|MOVE)/.test(path))).toEqual(
      [],
    );
  });

  test.each([
    ["with QRESYNC", []],
    ["without QRESYNC", ["QRESYNC"]],
    ["without CONDSTORE", ["QRESYNC", "CONDSTORE"]],
  ])("tells what came and what went, %s", async (_, hides) => {
    const bench = await begin({ hides });
    const [first = "", second = "", third = ""] = await bench.hands.addMany(3);
    const cursor = await bench.source.begin(bench.account, bench.root);
    await bench.hands.remove(second);
    const late = await bench.hands.add("Late");
    const { state } = await look(bench, cursor);
    expect([...state].map(([id, { kind }]) => [id, kind]).sort()).toEqual(
      [
        [late, "is"],
        [second, "gone"],
      ].sort(),
    );
    expect(idsOf((await list(bench)).items.values())).toEqual([first, third, late].sort());
  });

  it("asks for no numbers of mails if the server tells which went", async () => {
    const bench = await begin();
    const [first = ""] = await bench.hands.addMany(3);
    const cursor = await bench.source.begin(bench.account, bench.root);
    await bench.hands.remove(first);
    const { requests } = bench.doubles.world;
    const before = requests.length;
    expect((await look(bench, cursor)).state.get(first)?.kind).toBe("gone");
    expect(requests.slice(before).filter(({ path }) => path.startsWith("UID SEARCH"))).toEqual([]);
  });

  it("keeps a mail that was moved between its folders", async () => {
    const bench = await begin(whole);
    const id = await bench.hands.add("Plan");
    await bench.client.mailboxCreate("Done");
    const cursor = await bench.source.begin(bench.account, bench.root);
    await move(bench, "Chosen", "Done");
    const { changes } = await look(bench, cursor);
    expect(changes).toMatchObject([{ kind: "is", item: { id, mail: { labels: ["Done"] } } }]);
    const item = await oneItem(bench, id);
    await move(bench, "Done", "Chosen");
    const sink = keepingSink();
    const got = await bench.source.fetch(bench.account, refOf(item, bench.root), sink, never);
    expect(got.size).toBe(item.size);
  });

  it("counts a copy of a mail once, and keeps the mail while one copy is there", async () => {
    const bench = await begin(whole);
    const id = await bench.hands.add("Plan");
    await bench.client.mailboxCreate("Done");
    await inFolder(bench, "Chosen", () => bench.client.messageCopy("1:*", "Done"));
    expect(idsOf((await list(bench)).items.values())).toEqual([id]);
    expect(await bench.source.count?.(bench.account, bench.root)).toBe(1);
    const cursor = await bench.source.begin(bench.account, bench.root);
    await bench.hands.remove(id);
    const { changes, cursor: after } = await look(bench, cursor);
    expect(changes).toMatchObject([{ kind: "is", item: { id, mail: { labels: ["Done"] } } }]);
    await inFolder(bench, "Done", () => bench.client.messageDelete("1:*"));
    expect((await look(bench, after)).changes).toEqual([{ kind: "gone", id, why: "deleted" }]);
  });

  it("knows a mail again after the server has numbered the folder anew", async () => {
    const bench = await begin();
    const ids = await bench.hands.addMany(3);
    const cursor = await bench.source.begin(bench.account, bench.root);
    await bench.client.mailboxDelete("Chosen");
    await bench.client.mailboxCreate("Chosen");
    for (const id of ids) await bench.hands.restore?.(id);
    await expect(look(bench, cursor)).rejects.toMatchObject({ kind: "cursor-lost" });
    const { items } = await list(bench);
    expect(idsOf(items.values())).toEqual([...ids].sort());
  });

  it("tells mails without a Message-ID apart", async () => {
    const bench = await begin();
    for (const name of ["one", "two"]) {
      deliver(dovecot, bench.user, "Chosen", name, aMail({ messageId: null, subject: name }));
    }
    const { items } = await list(bench);
    expect([...items.values()].map(({ name }) => name).sort()).toEqual(["one", "two"]);
    expect(await bench.source.count?.(bench.account, bench.root)).toBe(2);
  });

  it("leaves out drafts, sealed mails and what was thrown away, and says which", async () => {
    const bench = await begin(whole);
    const sealed = aMail({ messageId: "sealed@example.org" }).replace(
      "text/plain; charset=utf-8",
      "application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m",
    );
    await bench.client.append("Chosen", sealed);
    await bench.client.append("Drafts", aMail({ messageId: "draft@example.org" }));
    await bench.client.append("Trash", aMail({ messageId: "trash@example.org" }));
    const { items } = await list(bench);
    const skips = [...items.values()].map(({ mail, skip }) => [mail?.messageId, skip]);
    expect(skips.sort()).toEqual([
      ["<draft@example.org>", "draft"],
      ["<sealed@example.org>", "encrypted-mail"],
    ]);
  });

  it("offers its folders, those below one, and those of a name", async () => {
    const bench = await begin();
    await bench.client.mailboxCreate("Chosen.Invoices");
    const read = async (...asked: [Parameters<typeof bench.source.listRoots>[1]?, string?]) => {
      const names: string[] = [];
      for await (const { name } of bench.source.listRoots(bench.account, ...asked))
        names.push(name);
      return names.sort();
    };
    expect(await read()).toEqual(["All folders", "Chosen", "Drafts", "INBOX", "Trash"]);
    expect(await read({ path: "Chosen" })).toEqual(["Invoices"]);
    expect(await read(undefined, "voice")).toEqual(["Invoices"]);
  });

  it("holds little of a mail of 64 MB", async () => {
    const bench = await begin();
    const head = aMail({ messageId: "big@example.org" });
    const line = `${"x".repeat(76)}\r\n`;
    deliver(
      dovecot,
      bench.user,
      "Chosen",
      "big",
      head + line.repeat((64 * 1024 ** 2) / line.length),
    );
    const [item] = (await list(bench)).items.values();
    if (!item) throw new Error("The mail is not listed");
    const sink = slowSink(2 * 1024 ** 2);
    const stop = new AbortController();
    const before = bench.doubles.sent.bytes;
    const fetched = bench.source.fetch(bench.account, refOf(item, bench.root), sink, stop.signal);
    await expect
      .poll(() => sink.taken(), { timeout: 20_000 })
      .toBeGreaterThanOrEqual(2 * 1024 ** 2);
    expect(bench.doubles.sent.bytes - before).toBeLessThan(8 * 1024 ** 2);
    stop.abort(new Error("Stopped by the test"));
    await expect(fetched).rejects.toThrow("Stopped by the test");
  });

  it("says that there is news, while somebody listens", async () => {
    const bench = await begin();
    const stop = new AbortController();
    let news = 0;
    const listened = bench.source.listen?.(bench.account, bench.root, () => news++, stop.signal);
    await expect
      .poll(() => bench.doubles.world.requests.some(({ path }) => path.startsWith("IDLE")))
      .toBe(true);
    await bench.client.append("Chosen", aMail({ messageId: "news@example.org" }));
    await expect.poll(() => news, { timeout: 20_000 }).toBeGreaterThan(0);
    stop.abort();
    await expect(listened).resolves.toBeUndefined();
  });

  it("asks for a new connection if the password is refused twice", async () => {
    const bench = await begin();
    bench.account.token = async () => "wrong";
    bench.account.refresh = async () => "wrong too";
    await expect(bench.source.verify(bench.account)).rejects.toMatchObject({
      kind: "reconnect-needed",
    });
    const tries = bench.doubles.world.requests.filter(({ path }) => path.startsWith("AUTH"));
    expect(tries).toHaveLength(2);
    expect(JSON.stringify(bench.doubles.world.requests)).not.toContain("wrong");
  });

  it("signs in with the other password if the first is refused", async () => {
    const bench = await begin();
    bench.account.token = async () => "old";
    expect(await bench.source.verify(bench.account)).toMatchObject({ address: bench.user });
    expect(bench.account.refreshes).toBe(1);
  });

  it("is not dialled at an address of the own network that nobody allowed", async () => {
    const bench = await begin();
    const guarded = createImap({ limiter: createLimiter({ paces: {} }) });
    await expect(guarded.verify(bench.account)).rejects.toMatchObject({
      kind: "refused",
      details: { code: "address" },
    });
    expect(bench.doubles.world.requests).toEqual([]);
    expect(allowList).toEqual(["127.0.0.1"]);
  });

  it("ends as a root that is gone when its folder is deleted", async () => {
    const bench = await begin();
    const cursor = await bench.source.begin(bench.account, bench.root);
    await bench.client.mailboxDelete("Chosen");
    await expect(look(bench, cursor)).rejects.toMatchObject({ kind: "root-gone" });
    expect((await list(bench)).failure).toMatchObject({ kind: "root-gone" });
  });
});
