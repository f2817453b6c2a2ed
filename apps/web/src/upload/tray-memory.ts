import type { TrayItem } from "./tray-item";

const remembered = 200;

/** The documents of the tray, each with its batch, kept for the page that comes after a reload. */
export type TrayMemory = {
  remember(items: readonly TrayItem[]): void;
  /** Returns what the page before this one remembered. */
  recall(): ReadonlyMap<string, string | null>;
};

/** Makes a memory in localStorage under `name`. Where the browser refuses to store, nothing is remembered. */
export function createTrayMemory(
  name: string,
  storage: () => Pick<Storage, "getItem" | "setItem">,
): TrayMemory {
  let earlier: Map<string, string | null> | null = null;
  const recall = () => {
    earlier ??= new Map(read(name, storage).flatMap(entryOf));
    return earlier;
  };

  return {
    recall,

    remember(items) {
      // Files may be added before the page has asked for what was here, and replace it.
      recall();
      const known = items
        .filter(({ documentId }) => documentId)
        .slice(0, remembered)
        .map(({ documentId, batchId }) => [documentId, batchId]);
      try {
        storage().setItem(name, JSON.stringify(known));
      } catch {
        // A full or closed store must not stop an upload.
      }
    },
  };
}

function read(name: string, storage: () => Pick<Storage, "getItem">): unknown[] {
  try {
    const content: unknown = JSON.parse(storage().getItem(name) ?? "[]");
    return Array.isArray(content) ? content : [];
  } catch {
    return [];
  }
}

function entryOf(each: unknown): [string, string | null][] {
  const [documentId, batchId] = Array.isArray(each) ? each : [];
  if (typeof documentId !== "string") return [];
  return [[documentId, typeof batchId === "string" ? batchId : null]];
}
