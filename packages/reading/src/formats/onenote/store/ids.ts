import type { Cursor } from "./cursor";

/** The id of an object, object space or revision: a GUID and a number, as one text. */
export type Id = string;

/** Makes an id of the 16 bytes of a GUID and a number. */
export function idOf(guid: Buffer, number: number): Id {
  return `${guidText(guid)}:${number}`;
}

/** Reads an extended GUID as the revision store writes it ([MS-ONESTORE] 2.2.1). */
export function readId(cursor: Cursor): Id {
  return idOf(cursor.bytes(16), cursor.u32());
}

/** Writes a GUID as people do, in small letters and without braces. */
export function guidText(bytes: Buffer): string {
  const hex = (from: number, to: number, isReversed: boolean) => {
    const part = Buffer.from(bytes.subarray(from, to));
    return (isReversed ? part.reverse() : part).toString("hex");
  };
  return [
    hex(0, 4, true),
    hex(4, 6, true),
    hex(6, 8, true),
    hex(8, 10, false),
    hex(10, 16, false),
  ].join("-");
}

const zeroGuid = "00000000-0000-0000-0000-000000000000";

/** Means "none", and names the context of what is current. */
export const noId: Id = `${zeroGuid}:0`;
