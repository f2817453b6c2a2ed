import { hashOf } from "../../src/understanding/names/hash";
import { type NameList, nameLists } from "../../src/understanding/names/known-names";

/** Collects names for the lists and packs them by hash. */
export function gazetteer() {
  const entries = new Map<number, number>();
  return {
    add(list: NameList, name: string) {
      const hash = hashOf(name.toLowerCase().trim().replace(/\s+/g, " "));
      entries.set(hash, (entries.get(hash) ?? 0) | (1 << nameLists.indexOf(list)));
    },
    packed(): { hashes: Uint32Array; bits: Uint8Array } {
      const sorted = [...entries].sort(([a], [b]) => a - b);
      return {
        hashes: Uint32Array.from(sorted, ([hash]) => hash),
        bits: Uint8Array.from(sorted, ([, bits]) => bits),
      };
    },
  };
}
