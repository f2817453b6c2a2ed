import { uncompress } from "snappyjs";
import { tooLarge } from "../../contract/refusals";
import { type Field, fieldsOf, messageIn, messagesIn, numberIn, varintAt } from "./protobuf";

/** An object of an iWork document. `file` is the name of the part that holds it. */
export type IworkObject = { type: number; file: string; fields: Field[] };

export type IworkObjects = Map<number, IworkObject>;

type Part = { name: string; bytes: Buffer };

/** Returns the objects in the parts of an iWork document, by their ids. Leaves out damaged parts. */
export function readObjects(parts: Part[], most: number): IworkObjects {
  const objects: IworkObjects = new Map();
  let left = most;
  for (const { name, bytes } of parts) {
    const plain = unpacked(bytes, left);
    left -= plain.length;
    try {
      addObjects(objects, plain, name);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return objects;
}

const headerBytes = 4;

/** Each chunk has a byte 0, its size in three bytes, and a block of Snappy without the frame that Snappy's own format has. */
function unpacked(bytes: Buffer, most: number): Buffer {
  const chunks: Buffer[] = [];
  let total = 0;
  for (let at = 0; at + headerBytes <= bytes.length; ) {
    const size = bytes.readUIntLE(at + 1, 3);
    const packed = bytes.subarray(at + headerBytes, at + headerBytes + size);
    const chunk = chunkOf(packed);
    if (chunk === null) break;
    total += chunk.length;
    if (total > most) throw tooLarge("The file would unpack to far more than one file may take.");
    chunks.push(chunk);
    at += headerBytes + size;
  }
  return Buffer.concat(chunks);
}

const largestChunk = 1 << 24;

function chunkOf(packed: Buffer): Buffer | null {
  try {
    return Buffer.from(uncompress(packed, largestChunk));
  } catch {
    return null;
  }
}

/** Each object has a header with its id, and one message or several with their types and sizes. */
function addObjects(objects: IworkObjects, plain: Buffer, file: string) {
  for (let at = 0; at < plain.length; ) {
    const size = varintAt(plain, at);
    const header = fieldsOf(plain.subarray(size.end, size.end + size.value));
    const id = numberIn(header, 1);
    at = size.end + size.value;
    for (const message of messagesIn(header, 2)) {
      const length = numberIn(message, 3) ?? 0;
      const fields = messageIn(plain.subarray(at, at + length));
      if (id !== undefined && fields && !objects.has(id))
        objects.set(id, { type: numberIn(message, 1) ?? 0, file, fields });
      at += length;
    }
  }
}

const lowestReference = 10;

/** Returns the id of the object that a message points at: a message of one number and no more. */
export function referenceIn(fields: Field[] | null | undefined, objects: IworkObjects) {
  const [only, ...more] = fields ?? [];
  if (only?.number !== 1 || more.length > 0 || typeof only.value !== "number") return undefined;
  return only.value >= lowestReference && objects.has(only.value) ? only.value : undefined;
}

const deepest = 12;

/** Returns the ids of all objects that a message points at, in its order, at any depth. */
export function referencesIn(fields: Field[], objects: IworkObjects, depth = 0): number[] {
  return fields.flatMap(({ value }) => {
    const message = messageIn(value);
    if (!message || depth > deepest) return [];
    const id = referenceIn(message, objects);
    return id === undefined ? referencesIn(message, objects, depth + 1) : [id];
  });
}
