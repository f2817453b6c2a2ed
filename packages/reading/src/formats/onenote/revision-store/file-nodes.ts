import { type Cursor, createCursor } from "../store/cursor";

/** A part of the file. */
export type Chunk = { at: number; size: number };

/** A node of a file node list ([MS-ONESTORE] 2.4.3). `chunk` is the part or list that the node refers to. */
export type FileNode = { id: number; chunk: Chunk | null; content: Cursor };

export type FileNodeReader = {
  /** Returns the nodes of a list up to the first damage. Each list is given once: only damage names a list twice. */
  nodes(list: Chunk | null): FileNode[];
  part(chunk: Chunk): Buffer;
  damages: number;
};

/** More nodes than any file within the limits of size needs. */
const mostNodes = 5_000_000;

const headerBytes = 16;
const footerBytes = 20;
const headerMark = "c4f4f7f5b17a56a4";
const chunkTerminator = 0xff;

/** `committed` has the number of nodes that a list has; nodes behind them were never committed. Without it, all nodes count. */
export function createFileNodeReader(
  bytes: Buffer,
  committed: ReadonlyMap<number, number> | null,
): FileNodeReader {
  const seen = new Set<number>();
  let left = mostNodes;

  function part({ at, size }: Chunk): Buffer {
    if (at < 0 || at + size > bytes.length) throw new Error("The part is beyond the file's end.");
    return bytes.subarray(at, at + size);
  }

  /** Returns the next fragment of the list, or null after the last. */
  function readFragment(chunk: Chunk, found: FileNode[]): Chunk | null {
    const fragment = part(chunk);
    if (fragment.toString("hex", 0, 8) !== headerMark) throw new Error("No list of nodes.");
    const most = Math.min(committed?.get(fragment.readUInt32LE(8)) ?? left, left);
    const end = fragment.length - footerBytes;
    let at = headerBytes;
    while (at + 4 <= end && found.length < most) {
      const header = fragment.readUInt32LE(at);
      const size = (header >>> 10) & 0x1fff;
      const id = header & 0x3ff;
      if (id === 0 || id === chunkTerminator) break;
      if (size < 4 || at + size > end) throw new Error("The node is longer than its list.");
      found.push(nodeOf(header, id, createCursor(fragment.subarray(at + 4, at + size))));
      at += size;
    }
    if (found.length >= most) return null;
    return present({
      at: Number(fragment.readBigUInt64LE(end)),
      size: fragment.readUInt32LE(end + 8),
    });
  }

  const reader: FileNodeReader = {
    damages: committed ? 0 : 1,
    part,
    nodes(list) {
      const found: FileNode[] = [];
      try {
        for (let chunk = list && present(list); chunk && !seen.has(chunk.at); ) {
          seen.add(chunk.at);
          chunk = readFragment(chunk, found);
        }
      } catch {
        reader.damages += 1;
      }
      left -= found.length;
      return found;
    },
  };
  return reader;
}

function nodeOf(header: number, id: number, content: Cursor): FileNode {
  const refersTo = (header >>> 27) & 0xf;
  const chunk =
    refersTo === 0
      ? null
      : present(readReference(content, (header >>> 23) & 3, (header >>> 25) & 3));
  return { id, chunk, content };
}

/** Reads a reference whose widths depend on the node ([MS-ONESTORE] 2.2.4.2). Packed numbers count units of 8 bytes. */
function readReference(cursor: Cursor, placeFormat: number, sizeFormat: number): Chunk {
  const place = [cursor.u64, cursor.u32, () => cursor.u16() * 8, () => cursor.u32() * 8];
  const nil = [2 ** 64, 0xffffffff, 0xffff * 8, 0xffffffff * 8];
  const size = [cursor.u32, cursor.u64, () => cursor.u8() * 8, () => cursor.u16() * 8];
  const at = place[placeFormat]?.() ?? 0;
  return { at: at === nil[placeFormat] ? -1 : at, size: size[sizeFormat]?.() ?? 0 };
}

/** References to nothing have the largest place, or the place and size 0. */
function present(chunk: Chunk): Chunk | null {
  const { at, size } = chunk;
  return at < 0 || at >= 2 ** 53 || size === 0 ? null : chunk;
}
