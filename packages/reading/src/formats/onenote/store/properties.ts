import { type Cursor, createCursor } from "./cursor";
import type { Id } from "./ids";

/**
 * The values of one object, by the ids of their properties as [MS-ONE] writes them. Truth values are the numbers 0 and 1. `sets` holds
 * property sets inside this one.
 */
export type PropertySet = {
  numbers: Map<number, number>;
  bytes: Map<number, Buffer>;
  objects: Map<number, Id[]>;
  spaces: Map<number, Id[]>;
  sets: Map<number, PropertySet[]>;
};

/** The compact ids that stand before the values, in the order in which the values use them. */
export type Streams = { objects: number[]; spaces: number[]; contexts: number[] };

/** The ids behind compact ids, in the same order; undefined for ids that the file does not explain. */
export type Named = { objects: (Id | undefined)[]; spaces: (Id | undefined)[] };

/** Reads an ObjectSpaceObjectPropSet ([MS-ONESTORE] 2.6.1). Throws if it is damaged. */
export function readProperties(bytes: Buffer, name: (streams: Streams) => Named): PropertySet {
  const cursor = createCursor(bytes);
  const { objects, spaces } = name(readStreams(cursor));
  return readSet(cursor, { objects: objects.values(), spaces: spaces.values() }, 0);
}

function readStreams(cursor: Cursor): Streams {
  const objects = readStream(cursor);
  const spaces = objects.isLast ? null : readStream(cursor);
  const contexts = spaces?.isExtended ? readStream(cursor) : null;
  return {
    objects: objects.ids,
    spaces: spaces?.ids ?? [],
    contexts: contexts?.ids ?? [],
  };
}

function readStream(cursor: Cursor) {
  const header = cursor.u32();
  const count = header & 0xffffff;
  if (count * 4 > cursor.left) throw new Error("The list of ids is longer than the object.");
  const ids = Array.from({ length: count }, () => cursor.u32());
  return { ids, isExtended: (header & 0x40000000) !== 0, isLast: header >>> 31 === 1 };
}

const deepestSet = 20;

type References = { objects: Iterator<Id | undefined>; spaces: Iterator<Id | undefined> };

function readSet(cursor: Cursor, references: References, depth: number): PropertySet {
  if (depth > deepestSet) throw new Error("The property sets are nested too deeply.");
  const set = emptySet();
  const count = cursor.u16();
  if (count * 4 > cursor.left) throw new Error("The list of properties is longer than the object.");
  const properties = Array.from({ length: count }, () => cursor.u32());
  for (const property of properties) readValue(cursor, set, { property, references, depth });
  return set;
}

export function emptySet(): PropertySet {
  return {
    numbers: new Map(),
    bytes: new Map(),
    objects: new Map(),
    spaces: new Map(),
    sets: new Map(),
  };
}

type Place = { property: number; references: References; depth: number };

function readValue(cursor: Cursor, set: PropertySet, { property, references, depth }: Place) {
  const id = property & 0x7fffffff;
  switch (id >>> 26) {
    case 0x01:
      return;
    case 0x02:
      set.numbers.set(id, property >>> 31);
      return;
    case 0x03:
      set.numbers.set(id, cursor.u8());
      return;
    case 0x04:
      set.numbers.set(id, cursor.u16());
      return;
    case 0x05:
      set.numbers.set(id, cursor.u32());
      return;
    case 0x06:
      set.bytes.set(id, cursor.bytes(8));
      return;
    case 0x07:
      set.bytes.set(id, cursor.bytes(cursor.u32()));
      return;
    case 0x08:
    case 0x09:
      set.objects.set(id, taken(references.objects, id >>> 26 === 0x08 ? 1 : cursor.u32()));
      return;
    case 0x0a:
    case 0x0b:
      set.spaces.set(id, taken(references.spaces, id >>> 26 === 0x0a ? 1 : cursor.u32()));
      return;
    case 0x0c:
      return;
    case 0x0d:
      cursor.u32();
      return;
    case 0x10:
      set.sets.set(id, readSets(cursor, references, depth));
      return;
    case 0x11:
      set.sets.set(id, [readSet(cursor, references, depth + 1)]);
      return;
    default:
      throw new Error("The property has an unknown type.");
  }
}

function readSets(cursor: Cursor, references: References, depth: number): PropertySet[] {
  const count = cursor.u32();
  if (count === 0) return [];
  cursor.u32();
  if (count * 2 > cursor.left) throw new Error("The list of sets is longer than the object.");
  return Array.from({ length: count }, () => readSet(cursor, references, depth + 1));
}

function taken(ids: Iterator<Id | undefined>, count: number): Id[] {
  const found: Id[] = [];
  for (let left = count; left > 0; left -= 1) {
    const { value, done } = ids.next();
    if (done) break;
    if (value !== undefined) found.push(value);
  }
  return found;
}
