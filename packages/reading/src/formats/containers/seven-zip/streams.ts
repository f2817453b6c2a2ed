import { createFieldReader, type FieldReader, writtenNumber } from "./number";

/** A step of unpacking. `id` is in hex; `properties` are as the header has them. */
export type Coder = { id: string; ins: number; outs: number; properties: Buffer | null };

/** Steps that belong together. A bind feeds an output into an input; `packed` are the inputs that come from the file. */
export type Folder = {
  coders: Coder[];
  binds: { input: number; output: number }[];
  packed: number[];
  sizes: number[];
};

/** The packed streams and folders of a header. `digests` are the sums of the folders as the header has them; `end` is the place after them. */
export type Streams = {
  place: number;
  sizes: number[];
  folders: Folder[];
  digests: Buffer;
  end: number;
};

const mostItems = 100_000;

/** Reads the streams ([7zFormat] PackInfo and CodersInfo) that begin at a place in a header. Throws if the header is damaged. */
export function readStreams(header: Buffer, at: number): Streams {
  const fields = createFieldReader(header);
  fields.at = at;
  expectId(fields, 0x06);
  const place = fields.number();
  const count = counted(fields);
  let sizes: number[] = [];
  for (let id = fields.byte(); id !== 0; id = fields.byte())
    if (id === 0x09) sizes = Array.from({ length: count }, () => fields.number());
    else if (id === 0x0a) skipDigests(fields, count);
    else throw new Error("The header has an unknown field.");
  expectId(fields, 0x07);
  expectId(fields, 0x0b);
  const folders = counted(fields);
  if (fields.byte() !== 0) throw new Error("The folders are elsewhere.");
  const read = Array.from({ length: folders }, () => readFolder(fields));
  expectId(fields, 0x0c);
  for (const folder of read) {
    const outs = folder.coders.reduce((sum, coder) => sum + coder.outs, 0);
    folder.sizes = Array.from({ length: outs }, () => fields.number());
  }
  const from = fields.at;
  for (let id = fields.byte(); id !== 0; id = fields.byte())
    if (id === 0x0a) skipDigests(fields, folders);
    else throw new Error("The header has an unknown field.");
  return { place, sizes, folders: read, digests: header.subarray(from, fields.at), end: fields.at };
}

/** Writes streams as a header has them. */
export function writtenStreams({ place, sizes, folders, digests }: Streams): Buffer {
  return Buffer.concat([
    Buffer.from([0x06]),
    writtenNumber(place),
    writtenNumber(sizes.length),
    Buffer.from([0x09]),
    ...sizes.map(writtenNumber),
    Buffer.from([0x00, 0x07, 0x0b]),
    writtenNumber(folders.length),
    Buffer.from([0x00]),
    ...folders.map(writtenFolder),
    Buffer.from([0x0c]),
    ...folders.flatMap((folder) => folder.sizes.map(writtenNumber)),
    digests,
  ]);
}

function expectId(fields: FieldReader, id: number) {
  if (fields.byte() !== id) throw new Error("The header lacks a field.");
}

function counted(fields: FieldReader): number {
  const count = fields.number();
  if (count > mostItems) throw new Error("The header counts too much.");
  return count;
}

function skipDigests(fields: FieldReader, count: number) {
  let defined = count;
  if (fields.byte() === 0) {
    const bits = fields.bytes(Math.ceil(count / 8));
    defined = 0;
    for (let index = 0; index < count; index += 1)
      if (((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0) defined += 1;
  }
  fields.bytes(4 * defined);
}

const mostCoders = 32;

function readFolder(fields: FieldReader): Folder {
  const count = fields.number();
  if (count === 0 || count > mostCoders) throw new Error("The folder has no steps.");
  const coders = Array.from({ length: count }, () => readCoder(fields));
  const ins = coders.reduce((sum, coder) => sum + coder.ins, 0);
  const outs = coders.reduce((sum, coder) => sum + coder.outs, 0);
  const binds = Array.from({ length: outs - 1 }, () => ({
    input: fields.number(),
    output: fields.number(),
  }));
  const free = Array.from({ length: ins }, (_, index) => index).filter(
    (input) => !binds.some((bind) => bind.input === input),
  );
  const packed = free.length === 1 ? free : free.map(() => fields.number());
  return { coders, binds, packed, sizes: [] };
}

function readCoder(fields: FieldReader): Coder {
  const flags = fields.byte();
  const id = fields.bytes(flags & 0x0f).toString("hex");
  const [ins, outs] = flags & 0x10 ? [fields.number(), fields.number()] : [1, 1];
  if (ins > mostCoders || outs > mostCoders) throw new Error("The step has too many streams.");
  return { id, ins, outs, properties: flags & 0x20 ? fields.bytes(fields.number()) : null };
}

function writtenFolder({ coders, binds, packed }: Folder): Buffer {
  return Buffer.concat([
    writtenNumber(coders.length),
    ...coders.map(writtenCoder),
    ...binds.flatMap(({ input, output }) => [writtenNumber(input), writtenNumber(output)]),
    ...(packed.length > 1 ? packed.map(writtenNumber) : []),
  ]);
}

function writtenCoder({ id, ins, outs, properties }: Coder): Buffer {
  const name = Buffer.from(id, "hex");
  const isComplex = ins !== 1 || outs !== 1;
  const flags = name.length | (isComplex ? 0x10 : 0) | (properties ? 0x20 : 0);
  return Buffer.concat([
    Buffer.from([flags]),
    name,
    ...(isComplex ? [writtenNumber(ins), writtenNumber(outs)] : []),
    ...(properties ? [writtenNumber(properties.length), properties] : []),
  ]);
}
