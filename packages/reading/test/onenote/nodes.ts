/** A value of a property: nodes and spaces are references, `Value[][]`s are property sets inside the set. */
export type OneValue =
  | number
  | string
  | Buffer
  | { nodes: OneNode[] }
  | { spaces: OneSpace[] }
  | { sets: OneValues[] };

export type OneValues = (readonly [id: number, value: OneValue])[];

/** An object of OneNote. `older` are the values that it had in an earlier revision, `file` the bytes of a container. */
export type OneNode = { kind: number; values: OneValues; older?: OneValues; file?: Buffer };

/** A section or page: its content and what is said about it. */
export type OneSpace = { content: OneNode; metadata: OneNode };

/** Numbers the nodes of a space, from the roots down. */
export function numbered({ content, metadata }: OneSpace): Map<OneNode, number> {
  const numbers = new Map<OneNode, number>();
  const visit = (values: OneValues): void => {
    for (const [, value] of values)
      if (typeof value === "object" && "nodes" in value) value.nodes.forEach(add);
      else if (typeof value === "object" && "sets" in value) value.sets.forEach(visit);
  };
  function add(node: OneNode): void {
    if (numbers.has(node)) return;
    numbers.set(node, numbers.size + 1);
    visit(node.values);
    visit(node.older ?? []);
  }
  add(content);
  add(metadata);
  return numbers;
}

export function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

export function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

export function guid(number: number): Buffer {
  return Buffer.concat([u32(number), Buffer.alloc(12, 7)]);
}

/** The nodes and spaces that an encoded object refers to, in order. */
export type Encoded = { bytes: Buffer; nodes: OneNode[]; spaces: OneSpace[] };

/** Writes an ObjectSpaceObjectPropSet ([MS-ONESTORE] 2.6.1). `compact` returns the compact ids. */
export function encoded(
  values: OneValues,
  compact: { node: (node: OneNode) => number; space: (space: OneSpace) => number },
): Encoded {
  const nodes: OneNode[] = [];
  const spaces: OneSpace[] = [];
  const body = bytesOfSet(values, nodes, spaces);
  const lists = [
    u32((nodes.length | (spaces.length > 0 ? 0 : 0x80000000)) >>> 0),
    ...nodes.map((node) => u32(compact.node(node))),
    ...(spaces.length > 0
      ? [u32(spaces.length), ...spaces.map((space) => u32(compact.space(space)))]
      : []),
  ];
  return { bytes: Buffer.concat([...lists, body]), nodes, spaces };
}

function bytesOfSet(values: OneValues, nodes: OneNode[], spaces: OneSpace[]): Buffer {
  const ids = values.map(([id, value]) =>
    u32(id >>> 26 === 0x02 && value === 1 ? id + 0x80000000 : id),
  );
  const contents = values.map(([id, value]) => bytesOfValue(id, value, nodes, spaces));
  return Buffer.concat([u16(values.length), ...ids, ...contents]);
}

function bytesOfValue(id: number, value: OneValue, nodes: OneNode[], spaces: OneSpace[]): Buffer {
  const type = id >>> 26;
  if (typeof value === "number")
    return [Buffer.alloc(0), Buffer.from([value & 0xff]), u16(value & 0xffff), u32(value)][
      type - 0x02
    ] as Buffer;
  if (typeof value === "string") return bytesOfValue(id, textBytes(value), nodes, spaces);
  if (Buffer.isBuffer(value))
    return type === 0x06 ? value : Buffer.concat([u32(value.length), value]);
  if ("nodes" in value) {
    nodes.push(...value.nodes);
    return type === 0x08 ? Buffer.alloc(0) : u32(value.nodes.length);
  }
  if ("spaces" in value) {
    spaces.push(...value.spaces);
    return type === 0x0a ? Buffer.alloc(0) : u32(value.spaces.length);
  }
  const sets = value.sets.map((set) => bytesOfSet(set, nodes, spaces));
  return Buffer.concat([u32(sets.length), u32(0x44000811), ...sets]);
}

export function textBytes(text: string): Buffer {
  return Buffer.from(`${text}\0`, "utf16le");
}
