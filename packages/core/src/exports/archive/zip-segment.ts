import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

/** A file of an archive as it was written into a segment. `at` counts bytes from the beginning of the segment. */
export type ZipEntry = {
  path: string;
  isDeflated: boolean;
  crc: number;
  size: number;
  packed: number;
  sha256: string;
  at: number;
  modifiedAt: string;
};

/** A file that is to be written. */
export type ZipFile = {
  path: string;
  /** False for bytes that are compressed already. */
  isDeflated: boolean;
  modifiedAt: Date;
  open(): AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>;
};

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
/** The version of ZIP that has sizes of 64 bits. */
const VERSION = 45;
/** Sizes follow the bytes; the path is UTF-8. */
const FLAGS = 0x0808;
const IN_64_BITS = 0xffffffff;

/**
 * Yields the bytes of a segment: some files of a ZIP archive (APPNOTE 6.3.10) without its directory. A segment knows nothing of the others, so one that
 * failed is written again alone. Pushes each entry into `written` when its last byte is out.
 */
export async function* zipSegment(
  files: AsyncIterable<ZipFile> | Iterable<ZipFile>,
  written: ZipEntry[],
): AsyncGenerator<Uint8Array> {
  let at = 0;
  for await (const { path, isDeflated, modifiedAt, open } of files) {
    const begin = at;
    const header = localHeader(path, isDeflated, modifiedAt);
    at += header.length;
    yield header;
    const hash = createHash("sha256");
    let [crc, size, packed] = [0, 0, 0];
    async function* counted(bytes: AsyncIterable<Uint8Array>) {
      for await (const chunk of bytes) {
        hash.update(chunk);
        crc = crc32(chunk, crc);
        size += chunk.length;
        yield chunk;
      }
    }
    const plain = counted(await open());
    const bytes: AsyncIterable<Uint8Array> = isDeflated
      ? Readable.from(plain, { objectMode: false }).compose(createDeflateRaw())
      : plain;
    for await (const chunk of bytes) {
      packed += chunk.length;
      yield chunk;
    }
    const end = descriptor({ crc, packed, size });
    at += packed + end.length;
    yield end;
    written.push({
      path,
      isDeflated,
      crc,
      size,
      packed,
      sha256: hash.digest("hex"),
      at: begin,
      modifiedAt: modifiedAt.toISOString(),
    });
  }
}

/** Returns the directory of an archive whose entries begin at these places, and its end. `at` is the number of bytes before it. */
export function zipDirectory(entries: readonly ZipEntry[], at: number): Uint8Array {
  const headers = entries.map(directoryHeader);
  const size = headers.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(56 + 20 + 22);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(VERSION, 12);
  end.writeUInt16LE(VERSION, 14);
  end.writeBigUInt64LE(BigInt(entries.length), 24);
  end.writeBigUInt64LE(BigInt(entries.length), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(at), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(at + size), 64);
  end.writeUInt32LE(1, 72);
  end.writeUInt32LE(0x06054b50, 76);
  const few = Math.min(entries.length, 0xffff);
  end.writeUInt16LE(few, 84);
  end.writeUInt16LE(few, 86);
  end.writeUInt32LE(Math.min(size, IN_64_BITS), 88);
  end.writeUInt32LE(Math.min(at, IN_64_BITS), 92);
  return Buffer.concat([...headers, end]);
}

function localHeader(path: string, isDeflated: boolean, modifiedAt: Date): Uint8Array {
  const name = Buffer.from(path);
  const header = Buffer.alloc(30 + name.length + 20);
  header.writeUInt32LE(LOCAL, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(isDeflated ? 8 : 0, 8);
  header.writeUInt32LE(dosTime(modifiedAt), 10);
  header.writeUInt32LE(IN_64_BITS, 18);
  header.writeUInt32LE(IN_64_BITS, 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(20, 28);
  name.copy(header, 30);
  // Room for sizes of 64 bits, which follow the bytes instead.
  header.writeUInt16LE(1, 30 + name.length);
  header.writeUInt16LE(16, 32 + name.length);
  return header;
}

function descriptor({ crc, packed, size }: Pick<ZipEntry, "crc" | "packed" | "size">): Uint8Array {
  const bytes = Buffer.alloc(24);
  bytes.writeUInt32LE(DESCRIPTOR, 0);
  bytes.writeUInt32LE(crc, 4);
  bytes.writeBigUInt64LE(BigInt(packed), 8);
  bytes.writeBigUInt64LE(BigInt(size), 16);
  return bytes;
}

function directoryHeader({ path, isDeflated, crc, size, packed, at, modifiedAt }: ZipEntry) {
  const name = Buffer.from(path);
  const header = Buffer.alloc(46 + name.length + 28);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(VERSION, 6);
  header.writeUInt16LE(FLAGS, 8);
  header.writeUInt16LE(isDeflated ? 8 : 0, 10);
  header.writeUInt32LE(dosTime(new Date(modifiedAt)), 12);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(IN_64_BITS, 20);
  header.writeUInt32LE(IN_64_BITS, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(28, 30);
  header.writeUInt32LE(IN_64_BITS, 42);
  name.copy(header, 46);
  const extra = 46 + name.length;
  header.writeUInt16LE(1, extra);
  header.writeUInt16LE(24, extra + 2);
  header.writeBigUInt64LE(BigInt(size), extra + 4);
  header.writeBigUInt64LE(BigInt(packed), extra + 12);
  header.writeBigUInt64LE(BigInt(at), extra + 20);
  return header;
}

/** Time and day as MS-DOS wrote them, in UTC: the time in the lower half. Its years begin in 1980. */
function dosTime(at: Date): number {
  const year = Math.max(at.getUTCFullYear() - 1980, 0);
  const day = (year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return ((day << 16) | time) >>> 0;
}
