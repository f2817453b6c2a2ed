import type { Cursor } from "../source";
import { cursorLost } from "./imap-failures";
import { ID_BYTES } from "./imap-items";

/** A folder as it was. Servers name what went by its number alone, so the id of each number is kept. */
export type FolderState = {
  validity: string;
  next: number;
  modseq: string | null;
  ids: Map<number, string>;
};
export type Snapshot = Map<string, FolderState>;

type Packed = { v: 1; folders: Record<string, Omit<FolderState, "ids"> & { ids: string }> };

/** Writes a snapshot: about fourteen letters for each mail. */
export function writeCursor(snapshot: Snapshot): Cursor {
  const folders = Object.fromEntries(
    [...snapshot].map(([path, state]) => [path, { ...state, ids: pack(state.ids) }]),
  );
  return JSON.stringify({ v: 1, folders } satisfies Packed);
}

/** Reads a snapshot. A cursor that cannot be read is lost, which leads to a comparison. */
export function readCursor(cursor: Cursor): Snapshot {
  try {
    const { v, folders } = JSON.parse(cursor) as Packed;
    if (v !== 1) throw cursorLost();
    return new Map(
      Object.entries(folders).map(([path, state]) => [path, { ...state, ids: unpack(state.ids) }]),
    );
  } catch {
    throw cursorLost();
  }
}

/** Each mail is the step from the number before, seven bits a byte, and its id. */
function pack(ids: ReadonlyMap<number, string>): string {
  const parts: Buffer[] = [];
  let last = 0;
  for (const uid of [...ids.keys()].sort((one, other) => one - other)) {
    parts.push(stepOf(uid - last), Buffer.from(ids.get(uid) ?? "", "base64url"));
    last = uid;
  }
  return Buffer.concat(parts).toString("base64");
}

function stepOf(step: number): Buffer {
  const bytes: number[] = [];
  let left = step;
  for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) + 128);
  return Buffer.from([...bytes, left]);
}

function unpack(text: string): Map<number, string> {
  const bytes = Buffer.from(text, "base64");
  const ids = new Map<number, string>();
  let uid = 0;
  for (let at = 0; at < bytes.length; at += ID_BYTES) {
    let weight = 1;
    let byte = bytes[at++] ?? 0;
    for (; byte > 127; byte = bytes[at++] ?? 0) {
      uid += (byte - 128) * weight;
      weight *= 128;
    }
    uid += byte * weight;
    ids.set(uid, bytes.toString("base64url", at, at + ID_BYTES));
  }
  return ids;
}
