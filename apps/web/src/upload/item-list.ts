import type { TrayItem } from "./tray-item";

const notifyAfterMs = 50;

export type ItemList = ReturnType<typeof createItemList>;

/** A list of files that tells its listeners of changes, many changes within 50 ms at once. */
export function createItemList(onSet: (items: readonly TrayItem[]) => void) {
  let items: readonly TrayItem[] = [];
  let isNotifying = false;
  const listeners = new Set<() => void>();

  function set(next: readonly TrayItem[]) {
    items = next;
    onSet(items);
    if (isNotifying) return;
    isNotifying = true;
    setTimeout(() => {
      isNotifying = false;
      for (const listener of listeners) listener();
    }, notifyAfterMs);
  }

  return {
    all: () => items,
    find: (key: string) => items.find((item) => item.key === key),
    set,

    change(key: string, values: Partial<TrayItem>) {
      set(items.map((item) => (item.key === key ? { ...item, ...values } : item)));
    },

    /** Returns a function that ends the subscription. */
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
