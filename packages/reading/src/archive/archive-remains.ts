import { constants, inflateRawSync } from "node:zlib";
import type { Limits } from "../contract/limits";
import { tooLarge } from "../contract/refusals";

/** A part of a zip as its own header describes the part. `name` is as the file writes it, `size` is 0 if the header has no size. */
export type Piece = {
  name: Buffer;
  method: number;
  isEncrypted: boolean;
  start: number;
  size: number;
};

const headerBytes = 30;

/** Finds the parts of a zip by the headers before them, in their order in the file. */
export function piecesOf(bytes: Buffer, limits: Limits): Piece[] {
  const found: Piece[] = [];
  for (
    let at = bytes.indexOf("PK\u0003\u0004", 0, "latin1");
    at !== -1 && at + headerBytes < bytes.length && found.length < limits.archiveEntries;
    at = bytes.indexOf("PK\u0003\u0004", at, "latin1")
  ) {
    const piece = pieceAt(bytes, at);
    if (piece) found.push(piece);
    at = piece ? Math.min(piece.start + piece.size, bytes.length) : at + 4;
  }
  return found;
}

const longestName = 1_000;

/** Returns null if the mark is there by chance, or if the header after it is damaged. */
function pieceAt(bytes: Buffer, at: number): Piece | null {
  const flags = bytes.readUInt16LE(at + 6);
  const nameLength = bytes.readUInt16LE(at + 26);
  const start = at + headerBytes + nameLength + bytes.readUInt16LE(at + 28);
  const name = bytes.subarray(at + headerBytes, at + headerBytes + nameLength);
  if (nameLength === 0 || nameLength > longestName || name.some(isControl)) return null;
  return {
    name,
    method: bytes.readUInt16LE(at + 8),
    isEncrypted: (flags & 1) === 1,
    start,
    size: flags & 8 ? 0 : bytes.readUInt32LE(at + 18),
  };
}

function isControl(byte: number): boolean {
  return byte < 0x20 || byte === 0x7f;
}

/** Returns as much of a part as can be unpacked. Throws if the part is larger than the limits allow. */
export function inflateWhatIsThere(bytes: Buffer, piece: Piece, limits: Limits): Buffer {
  const { method, start, size } = piece;
  const packed = bytes.subarray(start, size > 0 ? start + size : undefined);
  if (method === 0) return size > 0 ? packed : packed.subarray(0, endOfStored(packed));
  if (method !== 8) return Buffer.alloc(0);
  const most = Math.min(
    limits.archiveBytes,
    Math.max(20_000_000, packed.length * limits.archiveRatio),
  );
  try {
    return inflateRawSync(packed, {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: most,
    });
  } catch (error) {
    if (error instanceof RangeError)
      throw tooLarge("The file would unpack to far more than one file may take.");
    return inflateUpToFault(packed, most);
  }
}

function endOfStored(packed: Buffer): number {
  const ends = ["PK\u0007\u0008", "PK\u0003\u0004", "PK\u0001\u0002"]
    .map((mark) => packed.indexOf(mark, 0, "latin1"))
    .filter((at) => at !== -1);
  return Math.min(packed.length, ...ends);
}

/** Finds the longest beginning that still unpacks, by bisection. */
function inflateUpToFault(packed: Buffer, most: number): Buffer {
  let [sound, faulty] = [0, packed.length];
  let best: Buffer = Buffer.alloc(0);
  while (faulty - sound > Math.max(64, packed.length / 4096)) {
    const middle = (sound + faulty) >> 1;
    try {
      best = inflateRawSync(packed.subarray(0, middle), {
        finishFlush: constants.Z_SYNC_FLUSH,
        maxOutputLength: most,
      });
      sound = middle;
    } catch {
      faulty = middle;
    }
  }
  return best;
}
