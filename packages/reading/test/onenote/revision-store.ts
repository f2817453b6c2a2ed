import { nodeIds } from "../../src/formats/onenote/revision-store/node-ids";
import { guidText } from "../../src/formats/onenote/store/ids";
import {
  encoded,
  guid,
  numbered,
  type OneNode,
  type OneSpace,
  type OneValues,
  u16,
  u32,
  u64,
} from "./nodes";

const headerBytes = 1_024;
const nilId = Buffer.alloc(20);

/** Writes a section, whose first space is the list of pages, as the file that OneNote keeps on a disk. */
export function aRevisionStore(spaces: OneSpace[], { isProtected = false } = {}): Buffer {
  const parts: Buffer[] = [Buffer.alloc(headerBytes)];
  const counts: [list: number, nodes: number][] = [];
  let length = headerBytes;

  /** Returns a reference of 12 bytes to the part. */
  function place(bytes: Buffer): Buffer {
    const reference = Buffer.concat([u64(length), u32(bytes.length)]);
    parts.push(bytes);
    length += bytes.length;
    return reference;
  }

  /** `beyond` is written too, but the transaction log does not count it. */
  function placeList(nodes: Buffer[], beyond: Buffer[] = []): Buffer {
    const id = 0x10 + counts.length;
    counts.push([id, nodes.length]);
    const head = Buffer.concat([Buffer.from("c4f4f7f5b17a56a4", "hex"), u32(id), u32(0)]);
    const foot = Buffer.concat([u64(0), u32(0), Buffer.from("3bba3382c315c28b", "hex")]);
    return place(Buffer.concat([head, ...nodes, ...beyond, foot]));
  }

  const spaceId = (space: OneSpace) => Buffer.concat([guid(1_000 + spaces.indexOf(space)), u32(1)]);
  const files: Buffer[] = [];

  function groupOf(space: OneSpace, isOlder: boolean): Buffer {
    const numbers = numbered(space);
    const own = [...numbers].filter(([node]) => (isOlder ? true : node.older !== undefined));
    const table = [
      aNode(0x24, [u32(0), guid(1)]),
      ...spaces.map((_, index) => aNode(0x24, [u32(1 + index), guid(1_000 + index)])),
    ];
    const declared = own.map(([node, number]) => {
      if (node.file) return fileNode(node, number);
      const values: OneValues = isOlder ? (node.older ?? node.values) : node.values;
      const { bytes } = encoded(values, {
        node: (each) => numbers.get(each) ?? 0,
        space: (each) => ((1 + spaces.indexOf(each)) << 8) | 1,
      });
      return aNode(
        nodeIds.object,
        [u32(number), u32(node.kind), Buffer.from([0, 1])],
        place(bytes),
      );
    });
    return placeList([aNode(0x22, []), ...table, aNode(0x28, []), ...declared]);
  }

  function fileNode(node: OneNode, number: number): Buffer {
    const file = node.file ?? Buffer.alloc(0);
    const id = guid(2_000 + files.length);
    const stored = place(
      Buffer.concat([
        Buffer.alloc(16, 1),
        u64(file.length),
        Buffer.alloc(12),
        file,
        Buffer.alloc(16),
      ]),
    );
    files.push(aNode(nodeIds.storedFile, [id], stored));
    const name = Buffer.from(`<ifndf>{${guidText(id)}}`, "utf16le");
    const fields = [u32(number), u32(node.kind), Buffer.from([1]), u32(name.length / 2), name];
    return aNode(nodeIds.file, [...fields, u32(0)]);
  }

  function revisionsOf(space: OneSpace): Buffer {
    const [first, second] = [1, 2].map((number) =>
      Buffer.concat([guid(3_000 + number), u32(number)]),
    ) as [Buffer, Buffer];
    const roots = [space.content, space.metadata].map((node, index) =>
      aNode(nodeIds.rootById, [guid(1), u32(numbered(space).get(node) ?? 0), u32(index + 1)]),
    );
    const key = isProtected ? [aNode(nodeIds.encryptionKey, [])] : [];
    return placeList(
      [
        aNode(nodeIds.start6, [first, nilId, u32(1), u16(0)]),
        aNode(nodeIds.objectGroup, [guid(1), u32(9)], groupOf(space, true)),
        ...roots,
        ...key,
        aNode(0x1c, []),
        aNode(nodeIds.start6, [second, first, u32(1), u16(0)]),
        aNode(nodeIds.objectGroup, [guid(1), u32(9)], groupOf(space, false)),
        aNode(0x1c, []),
      ],
      [aNode(nodeIds.role, [first, u32(1)])],
    );
  }

  const lists = spaces.map((space) => {
    const manifest = placeList([aNode(nodeIds.revisionList, [], revisionsOf(space))]);
    return aNode(nodeIds.space, [spaceId(space)], manifest);
  });
  const stored = aNode(nodeIds.storedFiles, [], placeList(files));
  const [root] = spaces;
  const rootNode = aNode(nodeIds.rootSpace, root ? [spaceId(root)] : []);
  const rootList = placeList([rootNode, ...lists, stored]);
  const log = place(
    Buffer.concat([
      ...counts.map(([id, nodes]) => Buffer.concat([u32(id), u32(nodes)])),
      Buffer.concat([u32(1), u32(0)]),
      u64(0),
      u32(0),
    ]),
  );
  const file = Buffer.concat(parts);
  Buffer.from("e4525c7b8cd8a74daeb15378d02996d3", "hex").copy(file, 0);
  Buffer.from("3fdd9a101b91f549a5d01791edc8aed8", "hex").copy(file, 48);
  u32(1).copy(file, 96);
  log.copy(file, 160);
  rootList.copy(file, 172);
  return file;
}

/** Writes a file node. A reference of 12 bytes has the widest form. */
function aNode(id: number, fields: Buffer[], reference: Buffer = Buffer.alloc(0)): Buffer {
  const content = Buffer.concat([reference, ...fields]);
  const refersTo = reference.length === 0 ? 0 : 1;
  return Buffer.concat([u32(id | ((content.length + 4) << 10) | (refersTo << 27)), content]);
}
