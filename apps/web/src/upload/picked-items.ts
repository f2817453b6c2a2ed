import type { PickedFile } from "./collect-files";
import { randomName } from "./random-name";
import { newTrayItem, type TrayItem } from "./tray-item";

/** A picked file with its row. `isFresh` is false when it goes on where an earlier upload stopped. */
export type PickedItem = PickedFile & { item: TrayItem; isFresh: boolean };

/** Makes the rows of picked files; a file that goes on keeps the batch of its earlier upload. */
export function pickedItems(
  picked: readonly PickedFile[],
  items: readonly TrayItem[],
): PickedItem[] {
  return picked.map(({ file, path }) => {
    const earlier = interruptedItem(items, file);
    const item = newTrayItem({
      key: randomName(),
      name: file.name,
      path,
      size: file.size,
      batchId: earlier?.batchId ?? null,
    });
    return { file, path, item, isFresh: !earlier };
  });
}

/** Finds the row of an upload that this file, picked again, completes. */
export function interruptedItem(
  items: readonly TrayItem[],
  { name, size }: File,
): TrayItem | undefined {
  return items.find(
    (item) => item.phase === "interrupted" && item.name === name && item.size === size,
  );
}
