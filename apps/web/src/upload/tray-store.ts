import { type DocumentSummary, isMoving } from "~/documents/document";

import type { PickedFile } from "./collect-files";
import { createKeptFiles, type KeptFile } from "./kept-files";
import { randomName } from "./random-name";
import {
  forgetInterrupted,
  interruptedUploads,
  type Sending,
  type Stored,
  sendFile,
} from "./send-file";
import { isResting, type TrayItem } from "./tray-item";

const atOnce = 3;
const remembered = 200;

/** What the server tells of a document. */
export type DocumentNews = Pick<
  DocumentSummary,
  "id" | "fileName" | "size" | "status" | "stage" | "error"
>;

export type TrayStore = ReturnType<typeof createTrayStore>;

/** The files on their way, outside of React: uploads go on whatever page is shown. `memoryKey` names the place in localStorage. */
export function createTrayStore(memoryKey: string) {
  let items: readonly TrayItem[] = [];
  let isTelling = false;
  const listeners = new Set<() => void>();
  const orders = new Map<string, KeptFile>();
  const sendings = new Map<string, Sending>();
  const kept = createKeptFiles(memoryKey);
  const resumedKeys = new Set<string>();
  // A small file may be ready before the answer to its upload is here.
  const latestNews = new Map<string, DocumentNews>();

  function set(next: readonly TrayItem[]) {
    items = next;
    remember(memoryKey, items);
    if (isTelling) return;
    isTelling = true;
    setTimeout(() => {
      isTelling = false;
      for (const listener of listeners) listener();
    }, 50);
  }

  function change(key: string, values: Partial<TrayItem>) {
    set(items.map((item) => (item.key === key ? { ...item, ...values } : item)));
  }

  function sendNext() {
    const next = items.find(({ key, phase }) => phase === "waiting" && orders.has(key));
    const order = next && orders.get(next.key);
    if (!next || !order || sendings.size >= atOnce) return;

    const { key } = next;
    const finish = (values: Partial<TrayItem>) => {
      sendings.delete(key);
      if (values.documentId) void kept.drop(key);
      change(key, values);
      sendNext();
    };
    change(key, { phase: "uploading", problem: null });
    sendings.set(
      key,
      sendFile(order, {
        onProgress: (sentBytes) => change(key, { sentBytes }),
        onStored: (stored) => finish(afterStoring(key, next.size, stored)),
        onFailed: ({ message }) => finish({ phase: "refused", problem: { message, remedy: null } }),
      }),
    );
    sendNext();
  }

  function afterStoring(
    key: string,
    size: number,
    { documentId, duplicateOf, isFiled }: Stored,
  ): Partial<TrayItem> {
    const isOwnEcho = duplicateOf !== null && resumedKeys.has(key);
    // It had arrived before the page was closed, only the answer had not: one file, one row.
    if (isOwnEcho) set(items.filter((item) => item.key === key || item.documentId !== duplicateOf));
    if (duplicateOf && !isOwnEcho) {
      return { phase: "duplicate", documentId: duplicateOf, sentBytes: size, isFiled };
    }
    const news = latestNews.get(documentId);
    return {
      documentId,
      sentBytes: size,
      ...(news ? told(news) : { phase: isOwnEcho ? "duplicate" : "pending", stage: "uploaded" }),
    };
  }

  function interrupted({ name, size }: File): TrayItem | undefined {
    return items.find(
      (item) => item.phase === "interrupted" && item.name === name && item.size === size,
    );
  }

  return {
    /** Those that do not go on where an earlier upload stopped. */
    fresh: (picked: readonly PickedFile[]) => picked.filter(({ file }) => !interrupted(file)),

    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    items: () => items,

    /** Shows the files at once and sends them, after their batch was announced if they have one. */
    add(
      picked: readonly PickedFile[],
      projectId: string | null,
      announced: Promise<string | null> | null = null,
    ) {
      const chosen = picked.map((each) => ({
        ...each,
        key: randomName(),
        earlierBatchId: interrupted(each.file)?.batchId ?? null,
        isFresh: !interrupted(each.file),
      }));
      const added = chosen.map(({ key, file, path, earlierBatchId }) =>
        anItem({ key, name: file.name, path, size: file.size, batchId: earlierBatchId }),
      );
      const send = (announcedId: string | null) => {
        const batchIds = new Map<string, string | null>();
        for (const { key, file, path, earlierBatchId, isFresh } of chosen) {
          if (items.find((item) => item.key === key)?.phase !== "waiting") continue;
          const batchId = isFresh ? announcedId : earlierBatchId;
          batchIds.set(key, batchId);
          orders.set(key, { file, path, projectId, batchId });
          void kept.keep(key, { file, path, projectId, batchId });
        }
        set(items.map((item) => ({ ...item, batchId: batchIds.get(item.key) ?? item.batchId })));
        sendNext();
      };
      const isAgain = (item: TrayItem) =>
        chosen.some(({ file }) => interrupted(file)?.key === item.key);
      set([...added, ...items.filter((item) => !isAgain(item))]);
      if (announced) void announced.then(send);
      else send(null);
    },

    /** Sends a file again that did not reach the server; false when this page no longer has its bytes. */
    sendAgain(key: string): boolean {
      if (!orders.has(key)) return false;
      change(key, { phase: "waiting", sentBytes: 0, problem: null });
      sendNext();
      return true;
    },

    async stop(key: string) {
      const sending = sendings.get(key);
      sendings.delete(key);
      change(key, { phase: "cancelled" });
      await kept.drop(key);
      await sending?.stop().catch(() => undefined);
      sendNext();
    },

    async dismiss(key: string) {
      set(items.filter((item) => item.key !== key));
      orders.delete(key);
      await kept.drop(key);
      if (key.startsWith("tus::")) await forgetInterrupted(key);
    },

    /** Takes off what nothing more happens to; gives what was taken off. */
    clear(): TrayItem[] {
      const stays = (item: TrayItem) => !isResting(item) || item.phase === "interrupted";
      const gone = items.filter((item) => !stays(item));
      for (const { key } of gone) void kept.drop(key);
      set(items.filter(stays));
      return gone;
    },

    hear(news: DocumentNews) {
      latestNews.set(news.id, news);
      const known = items.find(
        ({ documentId, phase }) => documentId === news.id && phase !== "duplicate",
      );
      if (known) change(known.key, told(news));
    },

    /** Shows at once what the server was asked to do. */
    expect(documentIds: readonly string[], phase: "pending" | "cancelled") {
      set(
        items.map((item) =>
          item.documentId && documentIds.includes(item.documentId)
            ? { ...item, phase, problem: null }
            : item,
        ),
      );
    },

    /**
     * After a reload: what the server says of the files that were here and of all that are being worked on. Files that had not reached it
     * go on by themselves where the browser kept them, and wait to be picked again where it did not.
     */
    async restore(documents: readonly DocumentNews[]) {
      const before = recall(memoryKey);
      for (const news of documents) latestNews.set(news.id, news);
      const present = new Set(items.map(({ documentId }) => documentId));
      const restored = documents
        .filter(({ id, status }) => before.has(id) || isMoving({ status }))
        .filter(({ id }) => !present.has(id))
        .map((news) =>
          anItem({
            key: news.id,
            name: news.fileName,
            path: news.fileName,
            size: news.size,
            sentBytes: news.size,
            documentId: news.id,
            batchId: before.get(news.id) ?? null,
            ...told(news),
          }),
        );
      const goingOn = (await kept.takeOver()).filter(([key]) => !orders.has(key));
      for (const [key, order] of goingOn) {
        orders.set(key, order);
        resumedKeys.add(key);
      }
      const resumed = goingOn.map(([key, { file, path, batchId }]) =>
        anItem({ key, name: file.name, path, size: file.size, batchId }),
      );
      const here = new Set([...items, ...resumed].map(({ name, size }) => `${name}/${size}`));
      const leftBehind = (await interruptedUploads())
        .map(({ urlStorageKey, metadata, size }) =>
          anItem({
            key: urlStorageKey,
            name: metadata.filename ?? "",
            path: metadata.relativePath ?? metadata.filename ?? "",
            size: size ?? 0,
            batchId: metadata.batchId ?? null,
            phase: "interrupted",
          }),
        )
        .filter(({ name, size }) => !here.has(`${name}/${size}`));
      set([...items, ...resumed, ...leftBehind, ...restored]);
      sendNext();
    },
  };
}

function told({ status, stage, error }: DocumentNews) {
  const problem = error && { message: error.message, remedy: error.remedy };
  return { phase: status, stage, problem };
}

function anItem(
  values: Pick<TrayItem, "key" | "name" | "path" | "size"> & Partial<TrayItem>,
): TrayItem {
  return {
    phase: "waiting",
    sentBytes: 0,
    documentId: null,
    batchId: null,
    stage: null,
    problem: null,
    ...values,
  };
}

function remember(memoryKey: string, items: readonly TrayItem[]) {
  const known = items
    .filter(({ documentId }) => documentId)
    .slice(0, remembered)
    .map(({ documentId, batchId }) => [documentId, batchId]);
  localStorage.setItem(memoryKey, JSON.stringify(known));
}

/** The documents that were here, each with its batch. */
function recall(memoryKey: string): Map<string, string | null> {
  const known: unknown = JSON.parse(localStorage.getItem(memoryKey) ?? "[]");
  if (!Array.isArray(known)) return new Map();
  return new Map(
    known.flatMap((each): [string, string | null][] => {
      const [documentId, batchId] = Array.isArray(each) ? each : [];
      if (typeof documentId !== "string") return [];
      return [[documentId, typeof batchId === "string" ? batchId : null]];
    }),
  );
}
