import type { ItemList } from "./item-list";
import type { KeptFile } from "./kept-files";
import type { SendFailure, Sending, Stored } from "./send-file";
import type { TrayItem } from "./tray-item";
import type { TrayPorts } from "./tray-ports";

const atOnce = 3;

type Queue = {
  list: ItemList;
  ports: Pick<TrayPorts, "send" | "kept" | "network">;
  /** Returns what the row of a file shows after the server has stored it. */
  afterStoring: (item: TrayItem, stored: Stored) => Partial<TrayItem>;
};

/**
 * Sends waiting files in the order of the list, three at a time. An order is a file and its destination. While the network is away nothing is
 * sent; all goes on by itself when it is back.
 */
export function createUploadQueue({ list, ports, afterStoring }: Queue) {
  const orders = new Map<string, KeptFile>();
  const sendings = new Map<string, Sending>();

  function sendNext(): void {
    const next = list.all().find(({ key, phase }) => phase === "waiting" && orders.has(key));
    const order = next && orders.get(next.key);
    if (!next || !order || sendings.size >= atOnce || !ports.network.isUp()) return;
    begin(next, order);
    sendNext();
  }

  function begin(item: TrayItem, order: KeptFile): void {
    const { key } = item;
    list.change(key, { phase: "uploading", problem: null });
    sendings.set(
      key,
      ports.send(key, order, {
        onProgress: (sentBytes) => list.change(key, { sentBytes }),
        onStored: (stored) => finish(key, afterStoring(item, stored)),
        onFailed: (failure) => fail(key, failure),
      }),
    );
  }

  function finish(key: string, values: Partial<TrayItem>): void {
    sendings.delete(key);
    if (values.documentId) void ports.kept.drop(key);
    list.change(key, values);
    sendNext();
  }

  function fail(key: string, { message, isOffline, isFinal }: SendFailure): void {
    if (isOffline) {
      finish(key, { phase: "offline" });
      if (ports.network.isUp()) ports.network.soon(goOn);
      return;
    }
    const help = isFinal ? "replace" : "retry";
    finish(key, { phase: "refused", problem: { message, remedy: null, help } });
  }

  /** Sends what the network kept from being sent. */
  function goOn(): void {
    for (const { key, phase } of list.all())
      if (phase === "offline") list.change(key, { phase: "waiting" });
    sendNext();
  }
  ports.network.onBack(goOn);

  return {
    has: (key: string) => orders.has(key),
    order: (key: string, order: KeptFile) => orders.set(key, order),
    sendNext,

    /** Stops sending a file; the server forgets the part that it has. */
    async stop(key: string): Promise<void> {
      const sending = sendings.get(key);
      sendings.delete(key);
      list.change(key, { phase: "cancelled" });
      await ports.kept.drop(key);
      await sending?.stop().catch(() => undefined);
      sendNext();
    },

    /** Drops the bytes of a file that is no longer shown. */
    async forget(key: string): Promise<void> {
      orders.delete(key);
      await ports.kept.drop(key);
    },
  };
}
