import type { ListedStore } from "@besunny/db/privacy/store-rows";
import type { StoreOfEnd } from "./departure";

/** Returns counted tables with what they hold, and why the rows of some outlive their workspace. */
export function storesOf(
  counted: readonly { store: string; found: number }[],
  listed: readonly ListedStore[],
): StoreOfEnd[] {
  const of = new Map(listed.map((each) => [each.table, each]));
  return counted.map(({ store, found }) => {
    const erase = of.get(store)?.workspace.erase ?? "rows";
    return {
      store,
      holds: of.get(store)?.holds ?? store,
      found,
      keptBecause: erase === "rows" ? null : erase.keptBecause,
    };
  });
}
