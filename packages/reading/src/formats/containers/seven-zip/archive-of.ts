import { crc32 } from "node:zlib";

const signature = "377abcaf271c";
const startBytes = 32;

/** Writes a 7z of packed streams and a header. */
export function archiveOf(packs: readonly Buffer[], header: Buffer): Buffer {
  const body = Buffer.concat(packs);
  const start = Buffer.alloc(startBytes);
  start.write(signature, 0, "hex");
  start.writeUInt16LE(0x0400, 6);
  start.writeBigUInt64LE(BigInt(body.length), 12);
  start.writeBigUInt64LE(BigInt(header.length), 20);
  start.writeUInt32LE(crc32(header), 28);
  start.writeUInt32LE(crc32(start.subarray(12)), 8);
  return Buffer.concat([start, body, header]);
}
