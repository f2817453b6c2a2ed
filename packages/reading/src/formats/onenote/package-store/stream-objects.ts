import { type Cursor, createCursor } from "../store/cursor";
import { readCompactNumber } from "./compact-values";

/** A stream object without the objects in it. Those follow it. */
export type StreamObject = { type: number; content: Cursor };

/** The type of the object around all others. Bytes after its end are of no package. */
const packaging = 0x7a;

/** Yields the stream objects ([MS-FSSHTTPB] 2.2.1.5) in their order, at any depth. Throws at a damage, and if the end is missing. */
export function* streamObjects(bytes: Buffer): Iterable<StreamObject> {
  const cursor = createCursor(bytes);
  for (;;) {
    const first = cursor.u8();
    if ((first & 3) === 3) {
      if (((cursor.u8() << 6) | (first >> 2)) === packaging) return;
      continue;
    }
    if ((first & 3) === 1) continue;
    yield (first & 3) === 0 ? shortObject(first, cursor) : longObject(first, cursor);
  }
}

function shortObject(first: number, cursor: Cursor): StreamObject {
  const header = first | (cursor.u8() << 8);
  return { type: (header >> 3) & 0x3f, content: contentOf(cursor, header >> 9) };
}

const lengthFollows = 0x7fff;

function longObject(first: number, cursor: Cursor): StreamObject {
  const header = (first | (cursor.u8() << 8) | (cursor.u16() << 16)) >>> 0;
  const length = header >>> 17;
  const type = (header >>> 3) & 0x3fff;
  return {
    type,
    content: contentOf(cursor, length === lengthFollows ? readCompactNumber(cursor) : length),
  };
}

function contentOf(cursor: Cursor, length: number): Cursor {
  return createCursor(cursor.bytes(length));
}
