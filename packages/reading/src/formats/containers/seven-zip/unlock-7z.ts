import { crc32 } from "node:zlib";
import { Archive } from "libarchive.js/dist/libarchive-node.mjs";
import type { Limits } from "../../../contract/limits";
import { encrypted } from "../../../contract/refusals";
import { archiveOf } from "./archive-of";
import { aes, decrypted, withoutStep } from "./decrypt";
import { createFieldReader } from "./number";
import { readStreams, type Streams, writtenStreams } from "./streams";
import { unpackedHeader } from "./unpacked-header";

const signature = "377abcaf271c";
const startBytes = 32;

export function is7z(bytes: Buffer): boolean {
  return bytes.toString("hex", 0, 6) === signature;
}

/** Returns true for a 7z whose names or files are encrypted, as far as its header can be read without a password. */
export async function isProtected7z(bytes: Buffer): Promise<boolean> {
  try {
    const outer = headerOf(bytes);
    if (outer[0] === encodedHeader && hasAes(readStreams(outer, 1))) return true;
    const header = await plainHeader(bytes, outer, "");
    const found = mainStreams(header);
    return found !== null && hasAes(found.streams);
  } catch {
    return false;
  }
}

/**
 * Returns a 7z without its protection, and other bytes unchanged. The library that unpacks archives cannot decrypt them: so the encrypted
 * streams are replaced by decrypted ones, which stay packed. Throws `ENCRYPTED` if the password is wrong.
 */
export async function without7zPassword(
  bytes: Buffer,
  { password, limits }: { password: string; limits: Limits },
): Promise<Buffer> {
  if (!is7z(bytes) || !(await isProtected7z(bytes))) return bytes;
  try {
    const header = await plainHeader(bytes, headerOf(bytes), password);
    const found = mainStreams(header);
    if (!found) return bytes;
    const { packs, streams } = unlocked(bytes, found.streams, password);
    const written = Buffer.concat([
      header.subarray(0, found.at),
      writtenStreams({ ...streams, place: 0 }),
      header.subarray(found.streams.end),
    ]);
    const open = archiveOf(packs, written);
    const size = streams.folders.reduce((sum, folder) => sum + Math.max(0, ...folder.sizes), 0);
    if (size <= limits.archiveBytes) await expectSound(open, header);
    return open;
  } catch (cause) {
    throw Object.assign(encrypted("The archive"), { cause });
  }
}

/**
 * Unpacks the files, and throws if none of their sums is in the header: a wrong password makes other bytes of them. Some methods unpack
 * any bytes, so that the sums alone tell.
 */
async function expectSound(open: Buffer, header: Buffer): Promise<void> {
  const archive = await Archive.open(new Blob([Uint8Array.from(open)]));
  try {
    const files = await archive.client.extractFiles();
    const filled = files.flatMap(({ fileData }) => (fileData?.byteLength ? [fileData] : []));
    const isSound = filled.some((content) => {
      const sum = Buffer.alloc(4);
      sum.writeUInt32LE(crc32(new Uint8Array(content)));
      return header.includes(sum);
    });
    if (filled.length > 0 && !isSound) throw new Error("The password is wrong.");
  } finally {
    await archive.close();
  }
}

const encodedHeader = 0x17;

function headerOf(bytes: Buffer): Buffer {
  const at = startBytes + Number(bytes.readBigUInt64LE(12));
  const size = Number(bytes.readBigUInt64LE(20));
  if (at + size > bytes.length) throw new Error("The header is beyond the file's end.");
  return bytes.subarray(at, at + size);
}

/** Returns the header itself, which is often packed and sometimes encrypted. */
async function plainHeader(bytes: Buffer, header: Buffer, password: string): Promise<Buffer> {
  let plain = header;
  for (let depth = 0; plain[0] === encodedHeader && depth < 4; depth += 1) {
    const { packs, streams } = unlocked(bytes, readStreams(plain, 1), password);
    plain = await unpackedHeader(packs, streams);
  }
  return plain;
}

/** Finds the streams of the files; null in an archive without any. */
function mainStreams(header: Buffer): { at: number; streams: Streams } | null {
  const fields = createFieldReader(header);
  if (fields.byte() !== 0x01) throw new Error("The file has no header.");
  let id = fields.byte();
  if (id === 0x02) {
    for (let property = fields.number(); property !== 0; property = fields.number())
      fields.bytes(fields.number());
    id = fields.byte();
  }
  return id === 0x04 ? { at: fields.at, streams: readStreams(header, fields.at) } : null;
}

function hasAes({ folders }: Streams): boolean {
  return folders.some(({ coders }) => coders.some(({ id }) => id === aes));
}

/** Returns the packed streams of all folders, decrypted, and the folders without the steps that decrypt. */
function unlocked(bytes: Buffer, streams: Streams, password: string) {
  let at = startBytes + streams.place;
  const packs = streams.sizes.map((size) => {
    at += size;
    return bytes.subarray(at - size, at);
  });
  let first = 0;
  const folders = streams.folders.map((folder) => {
    let open = folder;
    for (
      let step = open.coders.findIndex(({ id }) => id === aes);
      step !== -1;
      step = open.coders.findIndex(({ id }) => id === aes)
    ) {
      const ins = open.coders.slice(0, step).reduce((sum, coder) => sum + coder.ins, 0);
      const outs = open.coders.slice(0, step).reduce((sum, coder) => sum + coder.outs, 0);
      const pack = first + open.packed.indexOf(ins);
      packs[pack] = decrypted(packs[pack] ?? Buffer.alloc(0), {
        properties: open.coders[step]?.properties ?? Buffer.alloc(0),
        password,
        size: open.sizes[outs] ?? 0,
      });
      open = withoutStep(open, step);
    }
    first += folder.packed.length;
    return open;
  });
  return { packs, streams: { ...streams, sizes: packs.map(({ length }) => length), folders } };
}
