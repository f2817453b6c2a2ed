import { guidText, type Id } from "../store/ids";
import type { FileNode } from "./file-nodes";

/** The GUIDs that compact ids name by their index. */
export type GlobalIds = Map<number, string>;

const entry = 0x24;
const mapped = 0x25;
const copied = 0x26;
const mostCopied = 1_000_000;

/** Adds what a node of a global id table says ([MS-ONESTORE] 2.5.9 to 2.5.13). `earlier` is the table of the revision before. */
export function addGlobalId(table: GlobalIds, { id, content }: FileNode, earlier: GlobalIds): void {
  if (id === entry) {
    const index = content.u32();
    table.set(index, guidText(content.bytes(16)));
  }
  if (id === mapped) copy(earlier, table, { from: content.u32(), to: content.u32(), count: 1 });
  if (id === copied) {
    const from = content.u32();
    const count = Math.min(content.u32(), mostCopied);
    copy(earlier, table, { from, to: content.u32(), count });
  }
}

function copy(
  earlier: GlobalIds,
  table: GlobalIds,
  { from, to, count }: { from: number; to: number; count: number },
) {
  for (const [index, guid] of earlier)
    if (index >= from && index < from + count) table.set(to + index - from, guid);
}

/** Returns the id behind a compact id ([MS-ONESTORE] 2.2.2); undefined for one that the table does not explain. */
export function idBehind(compact: number, table: GlobalIds): Id | undefined {
  const guid = table.get(compact >>> 8);
  return guid && `${guid}:${compact & 0xff}`;
}
