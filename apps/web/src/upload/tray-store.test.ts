import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import type { DocumentNews } from "./document-news";
import type { KeptFile } from "./kept-files";
import type { InterruptedUpload, SendFailure, SendFile, Stored } from "./send-file";
import type { TrayItem } from "./tray-item";
import { createTrayMemory } from "./tray-memory";
import type { Arrived } from "./tray-ports";
import { createTrayStore } from "./tray-store";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

type Sent = {
  key: string;
  order: KeptFile;
  listener: Parameters<SendFile>[2];
  isStopped: boolean;
};

/** The browser of a person, whose uploads go as the test says. It outlives its pages. */
function aBrowser() {
  const sent: Sent[] = [];
  const kept = new Map<string, KeptFile>();
  const interrupted: InterruptedUpload[] = [];
  const stored = new Map<string, string>();
  const arrivals: Arrived[] = [];
  const network = { isUp: true, backs: [] as (() => void)[] };
  const waiting = new Map<string, (key: string, kept: KeptFile) => void>();

  return {
    arrivals,
    /** The page that held these files is gone. */
    free(...keys: string[]) {
      for (const key of keys) {
        const order = kept.get(key);
        if (order) waiting.get(key)?.(key, order);
      }
    },
    goOffline() {
      network.isUp = false;
    },
    goOnline() {
      network.isUp = true;
      for (const back of network.backs) back();
    },
    sent,
    kept,
    interrupted,
    stored,
    /** Opens a page; `others` are the keys of files that another tab is sending. */
    openPage: ({ others = [] }: { others?: string[] } = {}) =>
      createTrayStore({
        send(key, order, listener) {
          const one = { key, order, listener, isStopped: false };
          sent.push(one);
          return {
            async stop() {
              one.isStopped = true;
            },
          };
        },
        kept: {
          async keep(files) {
            for (const [key, order] of files) kept.set(key, order);
          },
          drop: async (key) => void kept.delete(key),
          async takeOver(onLater) {
            for (const key of others) waiting.set(key, onLater);
            return [...kept].filter(([key]) => !others.includes(key));
          },
        },
        interrupted: {
          list: async () => interrupted,
          async forget(key) {
            interrupted.splice(
              interrupted.findIndex(({ urlStorageKey }) => urlStorageKey === key),
              1,
            );
          },
        },
        network: {
          isUp: () => network.isUp,
          onBack: (listener) => void network.backs.push(listener),
          soon: (listener) => void setTimeout(listener, 10_000),
        },
        arrived: async (_, keys) => arrivals.filter(({ fileKey }) => keys.includes(fileKey)),
        memory: createTrayMemory("tray", () => ({
          getItem: (name) => stored.get(name) ?? null,
          setItem: (name, value) => void stored.set(name, value),
        })),
      }),
    upload(name: string): Sent {
      const one = sent.findLast(({ order }) => order.file.name === name);
      if (!one) throw new Error(`${name} was not sent`);
      return one;
    },
    names: () => sent.map(({ order }) => order.file.name),
  };
}

type Page = ReturnType<ReturnType<typeof aBrowser>["openPage"]>;

const aFile = (name: string, content = "words") => new File([content], name);
const picked = (...names: string[]) => names.map((name) => ({ file: aFile(name), path: name }));

function row(page: Page, name: string): TrayItem {
  const item = page.items().find((each) => each.name === name);
  if (!item) throw new Error(`${name} has no row`);
  return item;
}

const phases = (page: Page) => page.items().map(({ name, phase }) => `${name} ${phase}`);

const arrived = (documentId: string, change: Partial<Stored> = {}): Stored => ({
  documentId,
  duplicateOf: null,
  isFiled: false,
  ...change,
});

const news = (id: string, change: Partial<DocumentNews> = {}): DocumentNews => ({
  id,
  fileName: `${id}.pdf`,
  size: 5,
  status: "processing",
  stage: "read",
  error: null,
  ...change,
});

const refusal = (change: Partial<SendFailure> = {}): SendFailure => ({
  message: "",
  isOffline: false,
  isFinal: false,
  ...change,
});

const leftBehind = (name: string, metadata: Record<string, string> = {}): InterruptedUpload => ({
  urlStorageKey: `tus::${name}`,
  size: 5,
  metadata: { filename: name, ...metadata },
});

describe("add", () => {
  test("a file is shown at once, kept by the browser and sent", () => {
    const browser = aBrowser();
    const page = browser.openPage();
    page.add([{ file: aFile("lease.pdf"), path: "flat/lease.pdf" }], "prj_1");

    expect(row(page, "lease.pdf")).toMatchObject({
      phase: "uploading",
      path: "flat/lease.pdf",
      size: 5,
      sentBytes: 0,
      batchId: null,
    });
    expect(browser.upload("lease.pdf").order).toMatchObject({
      path: "flat/lease.pdf",
      projectId: "prj_1",
      batchId: null,
    });
    expect([...browser.kept.keys()]).toEqual([row(page, "lease.pdf").key]);
  });

  test("files that are added later stand above earlier ones", () => {
    const page = aBrowser().openPage();
    page.add(picked("a"), null);
    page.add(picked("b", "c"), null);
    expect(page.items().map(({ name }) => name)).toEqual(["b", "c", "a"]);
  });

  test("three files are sent at once; the next begins when one has ended", () => {
    const browser = aBrowser();
    const page = browser.openPage();
    page.add(picked("a", "b", "c", "d", "e"), null);
    expect(browser.names()).toEqual(["a", "b", "c"]);
    expect(row(page, "d").phase).toBe("waiting");

    browser.upload("b").listener.onStored(arrived("doc_b"));
    expect(browser.names()).toEqual(["a", "b", "c", "d"]);
    browser.upload("a").listener.onFailed(refusal());
    expect(browser.names()).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("listeners hear many changes at once, and none after they left", () => {
    const browser = aBrowser();
    const page = browser.openPage();
    const listener = vi.fn();
    const leave = page.subscribe(listener);
    page.add(picked("a", "b"), null);
    browser.upload("a").listener.onProgress(3);
    expect(listener).not.toHaveBeenCalled();
    vi.advanceTimersByTime(50);
    expect(listener).toHaveBeenCalledTimes(1);

    browser.upload("a").listener.onProgress(4);
    leave();
    vi.advanceTimersByTime(50);
    expect(listener).toHaveBeenCalledTimes(1);
  });
});

describe("announce", () => {
  test("a page that closes before the batch is announced loses no file", async () => {
    const browser = aBrowser();
    browser.openPage().add(picked("a", "b"), null, new Promise(() => undefined));
    const next = browser.openPage();
    await next.restore([]);
    expect(browser.names()).toEqual(["a", "b"]);
  });

  test("nothing is sent before the batch is announced, and all of it belongs to the batch", async () => {
    const browser = aBrowser();
    const page = browser.openPage();
    const { promise, resolve } = Promise.withResolvers<string | null>();
    page.add(picked("a", "b"), null, promise);
    expect(phases(page)).toEqual(["a waiting", "b waiting"]);
    expect(browser.sent).toEqual([]);

    resolve("bat_1");
    await promise;
    expect(phases(page)).toEqual(["a uploading", "b uploading"]);
    expect(page.items().map(({ batchId }) => batchId)).toEqual(["bat_1", "bat_1"]);
    expect(browser.upload("a").order.batchId).toBe("bat_1");
    expect([...browser.kept.values()].map(({ batchId }) => batchId)).toEqual(["bat_1", "bat_1"]);
  });

  test("where the announcement failed the files are sent without a batch", async () => {
    const browser = aBrowser();
    const page = browser.openPage();
    const announced = Promise.resolve(null);
    page.add(picked("a", "b"), null, announced);
    await announced;
    expect(browser.names()).toEqual(["a", "b"]);
    expect(row(page, "a").batchId).toBeNull();
  });

  test("a file that is cancelled before its batch is announced is never sent", async () => {
    const browser = aBrowser();
    const page = browser.openPage();
    const { promise, resolve } = Promise.withResolvers<string | null>();
    page.add(picked("a", "b"), null, promise);
    await page.stop(row(page, "a").key);
    resolve("bat_1");
    await promise;
    expect(phases(page)).toEqual(["a cancelled", "b uploading"]);
    expect(browser.names()).toEqual(["b"]);
    expect([...browser.kept.values()].map(({ file }) => file.name)).toEqual(["b"]);
  });
});

describe("while a file is uploaded and processed", () => {
  test("its row shows the bytes that were sent", () => {
    const browser = aBrowser();
    const page = browser.openPage();
    page.add(picked("a"), null);
    browser.upload("a").listener.onProgress(3);
    expect(row(page, "a")).toMatchObject({ phase: "uploading", sentBytes: 3 });
  });

  test("after its arrival it is a document that waits, and the browser drops its bytes", () => {
    const browser = aBrowser();
    const page = browser.openPage();
    page.add(picked("a"), null);
    browser.upload("a").listener.onStored(arrived("doc_a"));
    expect(row(page, "a")).toMatchObject({
      phase: "pending",
      stage: "uploaded",
      documentId: "doc_a",
      sentBytes: 5,
    });
    expect(browser.kept.size).toBe(0);
  });

  test("it follows what the server says, to the end", () => {
    const browser = aBrowser();
    const page = browser.openPage();
    page.add(picked("a"), null);
    browser.upload("a").listener.onStored(arrived("doc_a"));
    page.hear(news("doc_a", { stage: "understood" }));
    expect(row(page, "a")).toMatchObject({ phase: "processing", stage: "understood" });

    const error = { code: "CORRUPT", message: "It is damaged.", remedy: "Export it again." };
    page.hear(news("doc_a", { status: "failed", error }));
    expect(row(page, "a")).toMatchObject({
      phase: "failed",
      problem: { message: "It is damaged.", remedy: "Export it again.", help: "replace" },
    });
    page.hear(news("doc_a", { status: "ready", stage: "indexed" }));
    expect(row(page, "a")).toMatchObject({ phase: "ready", problem: null });
  });

  test("news that overtake the answer to the upload are not lost", () => {
    const browser = aBrowser();
    const page = browser.openPage();
    page.add(picked("a"), null);
    page.hear(news("doc_a", { status: "ready", stage: "indexed" }));
    browser.upload("a").listener.onStored(arrived("doc_a"));
    expect(row(page, "a")).toMatchObject({ phase: "ready", stage: "indexed" });
  });

  test("news of documents that are not in the tray change nothing", () => {
    const page = aBrowser().openPage();
    page.add(picked("a"), null);
    page.hear(news("doc_else"));
    expect(phases(page)).toEqual(["a uploading"]);
  });

  test("a row shows at once what the server was asked to do with its document", () => {
    const browser = aBrowser();
    const page = browser.openPage();
    page.add(picked("a", "b"), null);
    browser.upload("a").listener.onStored(arrived("doc_a"));
    browser.upload("b").listener.onStored(arrived("doc_b"));
    page.hear(
      news("doc_a", { status: "failed", error: { code: "EMPTY", message: "Empty", remedy: "" } }),
    );
    page.expect(["doc_a"], "pending");
    expect(row(page, "a")).toMatchObject({ phase: "pending", problem: null });
    page.expect(["doc_b"], "cancelled");
    expect(phases(page)).toEqual(["a pending", "b cancelled"]);
  });
});

describe("duplicate", () => {
  test("bytes that are here already show the document that has them", () => {
    const browser = aBrowser();
    const page = browser.openPage();
    page.add(picked("a"), "prj_1");
    const stored = arrived("doc_old", { duplicateOf: "doc_old", isFiled: true });
    browser.upload("a").listener.onStored(stored);
    expect(row(page, "a")).toMatchObject({
      phase: "duplicate",
      documentId: "doc_old",
      isFiled: true,
    });
    page.hear(news("doc_old", { status: "ready" }));
    expect(row(page, "a").phase).toBe("duplicate");
    expect(browser.kept.size).toBe(0);
  });
});

test("the same bytes picked twice keep both rows, whichever answer comes first", () => {
  const browser = aBrowser();
  const page = browser.openPage();
  page.add(picked("a", "copy of a"), null);
  const copy = arrived("doc_a", { duplicateOf: "doc_a" });
  browser.upload("copy of a").listener.onStored(copy);
  browser.upload("a").listener.onStored(arrived("doc_a"));
  expect(phases(page)).toEqual(["a pending", "copy of a duplicate"]);
});

describe("refused", () => {
  test("a file that did not arrive says why and stays with the browser", () => {
    const browser = aBrowser();
    const page = browser.openPage();
    page.add(picked("a"), null);
    browser.upload("a").listener.onFailed(refusal({ message: "The disk is full." }));
    expect(row(page, "a")).toMatchObject({
      phase: "refused",
      problem: { message: "The disk is full.", remedy: null, help: "retry" },
    });
    expect(browser.kept.size).toBe(1);
  });

  test("it is sent again to the same place when a person asks", () => {
    const browser = aBrowser();
    const page = browser.openPage();
    page.add(picked("a"), "prj_1");
    browser.upload("a").listener.onProgress(4);
    browser.upload("a").listener.onFailed(refusal());
    expect(page.sendAgain(row(page, "a").key)).toBe(true);
    expect(row(page, "a")).toMatchObject({ phase: "uploading", sentBytes: 0, problem: null });
    expect(browser.sent.map(({ order }) => order.projectId)).toEqual(["prj_1", "prj_1"]);
  });

  test("a file whose bytes this page does not have cannot be sent again", () => {
    const page = aBrowser().openPage();
    expect(page.sendAgain("doc_1")).toBe(false);
  });
});

describe("cancel", () => {
  test("an upload is stopped, its bytes are dropped, and the next file has its place", async () => {
    const browser = aBrowser();
    const page = browser.openPage();
    page.add(picked("a", "b", "c", "d"), null);
    await page.stop(row(page, "a").key);
    expect(browser.upload("a").isStopped).toBe(true);
    expect(row(page, "a").phase).toBe("cancelled");
    expect([...browser.kept.values()].map(({ file }) => file.name)).toEqual(["b", "c", "d"]);
    expect(row(page, "d").phase).toBe("uploading");
  });

  test("a file that waits for its place is never sent", async () => {
    const browser = aBrowser();
    const page = browser.openPage();
    page.add(picked("a", "b", "c", "d"), null);
    await page.stop(row(page, "d").key);
    browser.upload("a").listener.onStored(arrived("doc_a"));
    expect(browser.names()).toEqual(["a", "b", "c"]);
  });
});

test("files that the page before still held are sent once they are free, and ask nobody", async () => {
  const browser = aBrowser();
  const order = (name: string): KeptFile => ({
    file: aFile(name),
    path: name,
    projectId: null,
    batchId: "bat_1",
  });
  browser.kept.set("key-1", order("half.txt")).set("key-2", order("done.txt"));
  browser.interrupted.push(leftBehind("half.txt", { fileKey: "key-1", batchId: "bat_1" }));
  const page = browser.openPage({ others: ["key-1", "key-2"] });
  await page.restore([]);
  expect(phases(page)).toEqual(["half.txt interrupted"]);

  browser.arrivals.push({ fileKey: "key-2", documentId: "doc_2", isDuplicate: false });
  browser.free("key-1", "key-2");
  await vi.waitFor(() => expect(browser.kept.has("key-2")).toBe(false));
  expect(phases(page)).toEqual(["half.txt uploading"]);
  expect(browser.names()).toEqual(["half.txt"]);
});

test("an upload whose last byte arrived before the page was closed asks nobody for its file", async () => {
  const browser = aBrowser();
  browser.interrupted.push(
    leftBehind("note.txt", { fileKey: "key-1", batchId: "bat_1" }),
    leftBehind("other.txt", { fileKey: "key-2", batchId: "bat_1" }),
  );
  browser.arrivals.push({ fileKey: "key-1", documentId: "doc_1", isDuplicate: false });
  const page = browser.openPage();
  await page.restore([news("doc_1", { fileName: "note.txt" })]);
  expect(phases(page)).toEqual(["other.txt interrupted", "note.txt processing"]);
  expect(browser.interrupted).toHaveLength(1);
});

describe("taking rows off", () => {
  test("clear takes off what has ended, and returns it; what moves or was interrupted stays", async () => {
    const browser = aBrowser();
    browser.interrupted.push(leftBehind("left.pdf"));
    const page = browser.openPage();
    await page.restore([]);
    page.add(picked("ready", "refused", "moving"), null);
    browser.upload("ready").listener.onStored(arrived("doc_1"));
    page.hear(news("doc_1", { status: "ready" }));
    browser.upload("refused").listener.onFailed(refusal());
    const { key } = row(page, "refused");

    expect(page.clear().map(({ name }) => name)).toEqual(["ready", "refused"]);
    expect(phases(page)).toEqual(["moving uploading", "left.pdf interrupted"]);
    expect([...browser.kept.values()].map(({ file }) => file.name)).toEqual(["moving"]);
    expect(page.sendAgain(key)).toBe(false);
  });

  test("a dismissed file does not come back after a reload", async () => {
    const browser = aBrowser();
    browser.interrupted.push(leftBehind("left.pdf"), leftBehind("other.pdf"));
    const page = browser.openPage();
    await page.restore([]);
    page.add(picked("a"), null);
    browser.upload("a").listener.onFailed(refusal());
    await page.dismiss(row(page, "a").key);
    await page.dismiss(row(page, "left.pdf").key);

    const reloaded = browser.openPage();
    await reloaded.restore([]);
    expect(phases(reloaded)).toEqual(["other.pdf interrupted"]);
  });
});

describe("after a reload", () => {
  test("documents of the page before are shown in their batch, others only while they move", async () => {
    const browser = aBrowser();
    const announced = Promise.resolve("bat_1");
    const page = browser.openPage();
    page.add(picked("a", "b"), null, announced);
    await announced;
    browser.upload("a").listener.onStored(arrived("doc_a"));
    browser.upload("b").listener.onStored(arrived("doc_b"));

    const reloaded = browser.openPage();
    await reloaded.restore([
      news("doc_a", { status: "ready" }),
      news("doc_b", { status: "processing" }),
      news("doc_moving", { status: "pending" }),
      news("doc_old", { status: "ready" }),
    ]);
    expect(
      reloaded.items().map(({ documentId, batchId, phase }) => [documentId, batchId, phase]),
    ).toEqual([
      ["doc_a", "bat_1", "ready"],
      ["doc_b", "bat_1", "processing"],
      ["doc_moving", null, "pending"],
    ]);
  });

  test("files picked before the server has answered do not make the page forget its documents", async () => {
    const browser = aBrowser();
    const announced = Promise.resolve("bat_1");
    const page = browser.openPage();
    page.add(picked("a", "b"), null, announced);
    await announced;
    browser.upload("a").listener.onStored(arrived("doc_a"));
    browser.upload("b").listener.onStored(arrived("doc_b"));
    browser.kept.clear();

    const reloaded = browser.openPage();
    reloaded.add(picked("c"), null);
    await reloaded.restore([news("doc_a", { status: "ready" }), news("doc_b")]);
    expect(reloaded.items().map(({ name, batchId }) => [name, batchId])).toEqual([
      ["c", null],
      ["doc_a.pdf", "bat_1"],
      ["doc_b.pdf", "bat_1"],
    ]);
  });

  test("files that the browser kept go on by themselves, to the same place and batch", async () => {
    const browser = aBrowser();
    const announced = Promise.resolve("bat_1");
    const page = browser.openPage();
    page.add(picked("a", "b"), "prj_1", announced);
    await announced;
    browser.sent.length = 0;

    const reloaded = browser.openPage();
    await reloaded.restore([]);
    expect(phases(reloaded)).toEqual(["a uploading", "b uploading"]);
    expect(row(reloaded, "a").batchId).toBe("bat_1");
    expect(browser.upload("a").order).toMatchObject({ projectId: "prj_1", batchId: "bat_1" });
  });

  test("a file that another tab is sending is left to that tab", async () => {
    const browser = aBrowser();
    const page = browser.openPage();
    page.add(picked("a"), null);
    const other = browser.openPage({ others: [row(page, "a").key] });
    await other.restore([]);
    expect(other.items()).toEqual([]);
    expect(browser.names()).toEqual(["a"]);
  });

  test("a file is not sent twice when the page asks late", async () => {
    const browser = aBrowser();
    const page = browser.openPage();
    page.add(picked("a"), null);
    await page.restore([]);
    expect(browser.names()).toEqual(["a"]);
    expect(phases(page)).toEqual(["a uploading"]);
  });

  test("a file that had arrived although the answer had not has one row, and is no duplicate of itself", async () => {
    const browser = aBrowser();
    browser.openPage().add(picked("a"), null);
    const reloaded = browser.openPage();
    await reloaded.restore([news("doc_a", { fileName: "a", status: "ready", stage: "indexed" })]);
    const stored = arrived("doc_a", { duplicateOf: "doc_a" });
    browser.upload("a").listener.onStored(stored);
    expect(phases(reloaded)).toEqual(["a ready"]);
  });

  test("a document whose upload is answered after the list of documents has one row", async () => {
    const browser = aBrowser();
    const page = browser.openPage();
    page.add(picked("a"), null);
    await page.restore([news("doc_a", { fileName: "a" })]);
    browser.upload("a").listener.onStored(arrived("doc_a"));
    expect(phases(page)).toEqual(["a processing"]);
  });

  test("what the browser did not keep waits to be picked again, and then goes on in its batch", async () => {
    const browser = aBrowser();
    browser.interrupted.push(
      leftBehind("left.pdf", { batchId: "bat_1", relativePath: "flat/left.pdf" }),
    );
    const page = browser.openPage();
    await page.restore([]);
    expect(row(page, "left.pdf")).toMatchObject({
      phase: "interrupted",
      path: "flat/left.pdf",
      batchId: "bat_1",
    });

    const again = picked("left.pdf", "new.pdf");
    expect(page.fresh(again).map(({ path }) => path)).toEqual(["new.pdf"]);
    page.add(again, null);
    expect(phases(page)).toEqual(["left.pdf uploading", "new.pdf uploading"]);
    expect(browser.upload("left.pdf").order.batchId).toBe("bat_1");
    expect(browser.upload("new.pdf").order.batchId).toBeNull();
  });

  test("another file of the same name does not complete an interrupted upload", async () => {
    const browser = aBrowser();
    browser.interrupted.push(leftBehind("left.pdf"));
    const page = browser.openPage();
    await page.restore([]);
    page.add([{ file: aFile("left.pdf", "other words"), path: "left.pdf" }], null);
    expect(phases(page)).toEqual(["left.pdf uploading", "left.pdf interrupted"]);
  });
});

describe("without network", () => {
  test("what was being sent waits, nothing else begins, and all goes on by itself when it is back", () => {
    const browser = aBrowser();
    const page = browser.openPage();
    page.add(picked("a", "b", "c", "d"), null);
    browser.goOffline();
    for (const name of ["a", "b", "c"])
      browser.upload(name).listener.onFailed(refusal({ isOffline: true }));
    expect(phases(page)).toEqual(["a offline", "b offline", "c offline", "d waiting"]);
    expect(browser.kept.size).toBe(4);

    browser.goOnline();
    expect(phases(page)).toEqual(["a uploading", "b uploading", "c uploading", "d waiting"]);
    expect(browser.names()).toEqual(["a", "b", "c", "a", "b", "c"]);
  });

  test("a server that does not answer is asked again after a pause", () => {
    const browser = aBrowser();
    const page = browser.openPage();
    page.add(picked("a"), null);
    browser.upload("a").listener.onFailed(refusal({ isOffline: true }));
    expect(row(page, "a").phase).toBe("offline");
    vi.advanceTimersByTime(10_000);
    expect(row(page, "a").phase).toBe("uploading");
  });
});

test("a file that arrived before the reload is not sent again, and shows its document in its batch", async () => {
  const browser = aBrowser();
  const announced = Promise.resolve("bat_1");
  const page = browser.openPage();
  page.add(picked("a", "b"), null, announced);
  await announced;
  const { key } = browser.upload("a");
  browser.arrivals.push({ fileKey: key, documentId: "doc_a", isDuplicate: false });
  browser.sent.length = 0;

  const reloaded = browser.openPage();
  await reloaded.restore([news("doc_a", { status: "ready" })]);

  expect(browser.names()).toEqual(["b"]);
  expect(phases(reloaded)).toEqual(["b uploading", "doc_a.pdf ready"]);
  expect(row(reloaded, "doc_a.pdf").batchId).toBe("bat_1");
  expect([...browser.kept.values()].map(({ file }) => file.name)).toEqual(["b"]);
});
