import { encoded, guid, numbered, type OneNode, type OneSpace, u16, u32 } from "./nodes";

const none = Buffer.from([0]);

/** Writes a section, whose first space is the list of pages, as the file that OneDrive hands out. */
export function aPackageStore(spaces: OneSpace[]): Buffer {
  const blobs: Buffer[] = [];
  const elements = spaces.flatMap((space, index) => elementsOf(space, index));

  function elementsOf(space: OneSpace, index: number): Buffer[] {
    const numbers = numbered(space);
    const roots = [space.content, space.metadata].map((node, role) =>
      anObject(0x0a, [compactId(rolesGuid, role + 1), nodeId(numbers.get(node) ?? 0)]),
    );
    const [newer, older] = [10 * index + 1, 10 * index + 2];
    const all = [...numbers];
    return [
      anElement(elementId(3, index), 3, [anObject(0x0b, [elementId(6, newer)])]),
      ...[newer, older].map((number) =>
        anElement(elementId(4, number), 4, [
          anObject(0x1a, [elementId(6, number), number === newer ? elementId(6, older) : none]),
          ...(number === older ? roots : []),
          anObject(0x19, [elementId(5, number)]),
        ]),
      ),
      anElement(
        elementId(5, newer),
        5,
        groupOf(
          all.filter(([node]) => node.older),
          false,
        ),
      ),
      anElement(elementId(5, older), 5, groupOf(all, true)),
    ];

    function groupOf(nodes: [OneNode, number][], isOlder: boolean): Buffer[] {
      const parts = nodes.flatMap(([node, number]) => partsOf(node, number, isOlder));
      return [
        anObject(0x1d, []),
        ...parts.map(({ declaration }) => declaration),
        Buffer.from([(0x1d << 2) | 1]),
        anObject(0x1e, []),
        ...parts.map(({ content }) => content),
        Buffer.from([(0x1e << 2) | 1]),
      ];
    }

    function partsOf(node: OneNode, number: number, isOlder: boolean) {
      const values = isOlder ? (node.older ?? node.values) : node.values;
      const written = encoded(values, { node: (each) => numbers.get(each) ?? 0, space: () => 1 });
      const objects = written.nodes.map((each) => nodeId(numbers.get(each) ?? 0));
      const cells = written.spaces.map((each) => cellId(spaces.indexOf(each)));
      const parts = [
        aPart(number, 4, [none, none], u32(node.kind)),
        aPart(number, 1, [anArray(objects), anArray(cells)], written.bytes),
      ];
      if (node.file) {
        const blob = elementId(8, blobs.push(node.file));
        const declaration = [nodeId(number), blob, compactNumber(2), none, none];
        parts.push({
          declaration: anObject(0x05, declaration),
          content: anObject(0x1c, [none, none, blob]),
        });
      }
      return parts;
    }
  }

  const index = [
    ...spaces.map((_, at) => anObject(0x0e, [cellId(at), elementId(3, at), none])),
    ...spaces.flatMap((_, at) =>
      [10 * at + 1, 10 * at + 2].map((number) =>
        anObject(0x0d, [elementId(6, number), elementId(4, number), none]),
      ),
    ),
  ];
  const manifest = [
    anObject(0x0c, [guid(7)]),
    anObject(0x07, [
      compactId(Buffer.from("b9fade84a3aa0d4aa3a8520c77ac7073", "hex"), 2),
      cellId(0),
    ]),
  ];
  const stored = blobs.map((blob, at) =>
    anElement(elementId(8, at + 1), 0x0a, [anObject(0x02, [compactNumber(blob.length), blob])]),
  );
  const header = Buffer.alloc(68);
  Buffer.from("e4525c7b8cd8a74daeb15378d02996d3", "hex").copy(header, 0);
  Buffer.from("2fe98d63d4a6c14b9a36b3fc2511a5b7", "hex").copy(header, 48);
  return Buffer.concat([
    header,
    anObject(0x7a, [elementId(1, 1), guid(9)]),
    anObject(0x15, [none]),
    anElement(elementId(1, 1), 1, index),
    anElement(elementId(2, 1), 2, manifest),
    ...elements,
    ...stored,
    Buffer.from([(0x15 << 2) | 1]),
    u16((0x7a << 2) | 3),
    Buffer.from([0xff, 0xff]),
  ]);
}

const rolesGuid = Buffer.from("f817374a141ce749952681d942de1741", "hex");

function aPart(number: number, partition: number, references: Buffer[], content: Buffer) {
  const sizes = [compactNumber(content.length), none, none];
  return {
    declaration: anObject(0x18, [nodeId(number), compactNumber(partition), ...sizes]),
    content: anObject(0x16, [...references, compactNumber(content.length), content]),
  };
}

/** Writes the short header where it is wide enough, else the long one. */
function anObject(type: number, fields: Buffer[]): Buffer {
  const content = Buffer.concat(fields);
  if (type < 0x40 && content.length < 0x80)
    return Buffer.concat([u16((type << 3) | (content.length << 9)), content]);
  const isLong = content.length >= 0x7fff;
  const header = u32((2 | (type << 3) | ((isLong ? 0x7fff : content.length) << 17)) >>> 0);
  return Buffer.concat([header, ...(isLong ? [compactNumber(content.length)] : []), content]);
}

function anElement(id: Buffer, type: number, objects: Buffer[]): Buffer {
  const serial = Buffer.concat([Buffer.from([0x80]), Buffer.alloc(24, 5)]);
  const end = Buffer.from([(0x01 << 2) | 1]);
  return Buffer.concat([anObject(0x01, [id, serial, compactNumber(type)]), ...objects, end]);
}

/** Writes as few bytes as the number needs ([MS-FSSHTTPB] 2.2.1.1). */
function compactNumber(value: number): Buffer {
  if (value === 0) return none;
  for (let bytes = 1; bytes <= 6; bytes += 1)
    if (value < 2 ** (7 * bytes)) {
      const whole = Buffer.alloc(bytes);
      whole.writeUIntLE(value * 2 ** bytes + 2 ** (bytes - 1), 0, bytes);
      return whole;
    }
  throw new Error("The number is too large for a test.");
}

/** Writes the number of the id in 5, 10, 17 or 32 bits. */
function compactId(of: Buffer, number: number): Buffer {
  if (number < 2 ** 5) return Buffer.concat([Buffer.from([(number << 3) | 0x04]), of]);
  if (number < 2 ** 10) return Buffer.concat([u16((number << 6) | 0x20), of]);
  return Buffer.concat([Buffer.from([0x80]), u32(number), of]);
}

function anArray(ids: Buffer[]): Buffer {
  return Buffer.concat([compactNumber(ids.length), ...ids]);
}

function nodeId(number: number): Buffer {
  return compactId(guid(1), number);
}

function cellId(space: number): Buffer {
  return Buffer.concat([compactId(guid(50), 1), compactId(guid(1_000 + space), 1)]);
}

function elementId(kind: number, number: number): Buffer {
  return compactId(guid(100 + kind), number + 1);
}
