import type { PickedFile } from "./collect-files";
import { changesOf, type DocumentNews } from "./document-news";
import { createItemList } from "./item-list";
import type { KeptFile } from "./kept-files";
import { interruptedItem, type PickedItem, pickedItems } from "./picked-items";
import { itemOfKept, restoredItems, sameFile } from "./restored-items";
import type { InterruptedUpload, Stored } from "./send-file";
import { isResting, type TrayItem } from "./tray-item";
import type { TrayPorts } from "./tray-ports";
import { createUploadQueue } from "./upload-queue";

export type TrayStore = ReturnType<typeof createTrayStore>;

/** Makes the list of files on their way. It lives outside of React: uploads go on whatever page is shown. */
export function createTrayStore(ports: TrayPorts) {
  const list = createItemList((items) => ports.memory.remember(items));
  const queue = createUploadQueue({ list, ports, afterStoring });
  const resumedKeys = new Set<string>();
  // A small file may be ready before the answer to its upload is here.
  const latestNews = new Map<string, DocumentNews>();

  function afterStoring({ key, size }: TrayItem, stored: Stored): Partial<TrayItem> {
    const { documentId, duplicateOf, isFiled } = stored;
    // It had arrived before the page was closed, only the answer had not.
    const isOwnEcho = duplicateOf !== null && resumedKeys.has(key);
    if (duplicateOf && !isOwnEcho) {
      return { phase: "duplicate", documentId: duplicateOf, sentBytes: size, isFiled };
    }
    // One document, one row: the list of documents may have shown it already.
    const isOther = (item: TrayItem) =>
      item.documentId !== documentId || item.phase === "duplicate";
    list.set(list.all().filter((item) => item.key === key || isOther(item)));
    const news = latestNews.get(documentId);
    const phase = isOwnEcho ? "duplicate" : "pending";
    return {
      documentId,
      sentBytes: size,
      ...(news ? changesOf(news) : { phase, stage: "uploaded" }),
    };
  }

  /** Sends files whose rows still wait; those that a person cancelled meanwhile stay cancelled. */
  function send(chosen: readonly PickedItem[], projectId: string | null, announced: string | null) {
    const orders = new Map<string, KeptFile>();
    for (const { file, path, isFresh, item } of chosen) {
      if (list.find(item.key)?.phase !== "waiting") continue;
      const batchId = isFresh ? announced : item.batchId;
      const order = { file, path, projectId, batchId };
      queue.order(item.key, order);
      orders.set(item.key, order);
    }
    void ports.kept.keep([...orders]);
    list.set(
      list
        .all()
        .map((item) => ({ ...item, batchId: orders.get(item.key)?.batchId ?? item.batchId })),
    );
    queue.sendNext();
  }

  /** Asks which of these files arrived before the page was loaded again. Where nobody answers, they are sent again. */
  async function arrivedOf(files: readonly { key: string; batchId: string | null }[]) {
    const byBatch = Map.groupBy(files, ({ batchId }) => batchId);
    const found = new Map<string, { documentId: string; batchId: string }>();
    for (const [batchId, members] of byBatch) {
      if (batchId === null) continue;
      const keys = members.map(({ key }) => key);
      for (const each of await ports.arrived(batchId, keys).catch(() => []))
        found.set(each.fileKey, { documentId: each.documentId, batchId });
    }
    return found;
  }

  /** Sends a file that the page before held until now. A row that asks for this file again goes. */
  async function resume(key: string, order: KeptFile): Promise<void> {
    const isArrived = (await arrivedOf([{ key, batchId: order.batchId }])).has(key);
    if (isArrived) return ports.kept.drop(key);
    if (queue.has(key)) return;
    queue.order(key, order);
    resumedKeys.add(key);
    const own = itemOfKept([key, order]);
    const isAsked = (item: TrayItem) =>
      item.phase === "interrupted" && sameFile(item) === sameFile(own);
    list.set([...list.all().filter((item) => !isAsked(item)), own]);
    queue.sendNext();
  }

  return {
    subscribe: list.subscribe,
    items: list.all,

    /** Returns those that do not go on where an earlier upload stopped. */
    fresh: (picked: readonly PickedFile[]) =>
      picked.filter(({ file }) => !interruptedItem(list.all(), file)),

    /** Shows the files at once and sends them, after their batch was announced if they have one. */
    add(
      picked: readonly PickedFile[],
      projectId: string | null,
      announced: Promise<string | null> | null = null,
    ) {
      const chosen = pickedItems(picked, list.all());
      const again = new Set(picked.map(({ file }) => interruptedItem(list.all(), file)?.key));
      list.set([
        ...chosen.map(({ item }) => item),
        ...list.all().filter(({ key }) => !again.has(key)),
      ]);
      if (announced) {
        // A page that closes before the batch is announced loses no file.
        const early = chosen.map(({ file, path, item: { key, batchId } }): [string, KeptFile] => [
          key,
          { file, path, projectId, batchId },
        ]);
        void ports.kept.keep(early);
        void announced.then((batchId) => send(chosen, projectId, batchId));
      } else send(chosen, projectId, null);
    },

    /** Sends a file again that did not reach the server; false when this page no longer has its bytes. */
    sendAgain(key: string): boolean {
      if (!queue.has(key)) return false;
      list.change(key, { phase: "waiting", sentBytes: 0, problem: null });
      queue.sendNext();
      return true;
    },

    stop: queue.stop,

    /** Takes a row off the list, with all that the browser kept of its file. */
    async dismiss(key: string): Promise<void> {
      list.set(list.all().filter((item) => item.key !== key));
      await queue.forget(key);
      if (key.startsWith("tus::")) await ports.interrupted.forget(key);
    },

    /** Takes off the rows to which nothing more happens; returns them. Interrupted files stay. */
    clear(): TrayItem[] {
      const isGone = (item: TrayItem) => isResting(item) && item.phase !== "interrupted";
      const gone = list.all().filter(isGone);
      for (const { key } of gone) void queue.forget(key);
      list.set(list.all().filter((item) => !isGone(item)));
      return gone;
    },

    /** Takes in what the server says about a document. */
    hear(news: DocumentNews) {
      latestNews.set(news.id, news);
      const isMeant = ({ documentId, phase }: TrayItem) =>
        documentId === news.id && phase !== "duplicate";
      const known = list.all().find(isMeant);
      if (known) list.change(known.key, changesOf(news));
    },

    /** Shows at once what the server was asked to do. */
    expect(documentIds: readonly string[], phase: "pending" | "cancelled") {
      const isMeant = ({ documentId }: TrayItem) =>
        documentId !== null && documentIds.includes(documentId);
      list.set(
        list.all().map((item) => (isMeant(item) ? { ...item, phase, problem: null } : item)),
      );
    },

    /**
     * After a reload: shows what the server says of the files that were here and of all that are being worked on. Files that had not
     * reached it go on by themselves where the browser kept them, and wait to be picked again where it did not.
     */
    async restore(documents: readonly DocumentNews[]): Promise<void> {
      const before = new Map(ports.memory.recall());
      for (const news of documents) latestNews.set(news.id, news);
      const taken = await ports.kept.takeOver((key, order) => void resume(key, order));
      const all = taken.filter(([key]) => !queue.has(key));
      const left = await ports.interrupted.list();
      const arrived = await arrivedOf([
        ...all.map(([key, { batchId }]) => ({ key, batchId })),
        ...left.flatMap(({ metadata: { fileKey, batchId } }) =>
          fileKey && batchId ? [{ key: fileKey, batchId }] : [],
        ),
      ]);
      const kept = all.filter(([key]) => !arrived.has(key));
      for (const key of arrived.keys()) void ports.kept.drop(key);
      for (const [key, order] of kept) {
        queue.order(key, order);
        resumedKeys.add(key);
      }
      // The page was closed between the last byte and the end of its note.
      const isArrived = ({ metadata }: InterruptedUpload) => arrived.has(metadata.fileKey ?? "");
      for (const each of left.filter(isArrived)) void ports.interrupted.forget(each.urlStorageKey);
      const interrupted = left.filter((each) => !isArrived(each));
      const present = list.all();
      for (const { documentId, batchId } of arrived.values())
        if (!before.has(documentId)) before.set(documentId, batchId);
      list.set(restoredItems({ present, documents, before, kept, interrupted }));
      queue.sendNext();
    },
  };
}
