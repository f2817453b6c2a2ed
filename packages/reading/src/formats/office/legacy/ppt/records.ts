/** A record of a PowerPoint stream: its kind, its instance and the range of its content in the bytes. Source: [MS-PPT] 2.3.1. */
export type PptRecord = {
  kind: number;
  instance: number;
  isContainer: boolean;
  start: number;
  end: number;
};

/** The kinds that are read, by their names in [MS-PPT] 2.13.24 and [MS-ODRAW] 2.2. */
export const kinds = {
  document: 0x03e8,
  slide: 0x03ee,
  slideAtom: 0x03ef,
  notes: 0x03f0,
  slidePersist: 0x03f3,
  slideShowInfo: 0x03f9,
  externalObjects: 0x0409,
  drawing: 0x040c,
  outlineTextRef: 0x0f9e,
  textHeader: 0x0f9f,
  textChars: 0x0fa0,
  textBytes: 0x0fa8,
  string: 0x0fba,
  embeddedAtom: 0x0fc3,
  embedded: 0x0fcc,
  headersFooters: 0x0fd9,
  slideListWithText: 0x0ff0,
  userEdit: 0x0ff5,
  currentUser: 0x0ff6,
  mainMaster: 0x03f8,
  placeholder: 0x0bc3,
  storedObject: 0x1011,
  tagData: 0x138b,
  persistDirectory: 0x1772,
  comment: 0x2ee0,
  groupShape: 0xf003,
  shape: 0xf004,
  shapeAtom: 0xf00a,
  textbox: 0xf00d,
  childAnchor: 0xf00f,
  clientAnchor: 0xf010,
  moreOptions: 0xf122,
} as const;

const deepest = 32;

/** Returns the record at an offset; null where none fits into the bytes. */
export function recordAt(bytes: Buffer, at: number, limit = bytes.length): PptRecord | null {
  if (at < 0 || at + 8 > limit) return null;
  const head = bytes.readUInt16LE(at);
  const end = at + 8 + bytes.readUInt32LE(at + 4);
  if (end > limit) return null;
  return {
    kind: bytes.readUInt16LE(at + 2),
    instance: head >> 4,
    isContainer: (head & 15) === 15,
    start: at + 8,
    end,
  };
}

/** Returns the records directly inside a range. */
export function recordsIn(
  bytes: Buffer,
  { start, end }: Pick<PptRecord, "start" | "end">,
): PptRecord[] {
  const records: PptRecord[] = [];
  for (let next = recordAt(bytes, start, end); next; next = recordAt(bytes, next.end, end))
    records.push(next);
  return records;
}

/** Returns all records of a kind inside a range at any depth, except inside one another. */
export function recordsOf(
  bytes: Buffer,
  within: Pick<PptRecord, "start" | "end">,
  kind: number,
  depth = 0,
): PptRecord[] {
  if (depth > deepest) return [];
  return recordsIn(bytes, within).flatMap((record) => {
    if (record.kind === kind) return [record];
    const holds = record.isContainer || record.kind === kinds.tagData;
    return holds ? recordsOf(bytes, record, kind, depth + 1) : [];
  });
}
