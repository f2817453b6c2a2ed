import { gunzipSync } from "node:zlib";
import { parseTar } from "nanotar";
import type { ReaderInput } from "../../contract/reader-input";
import { ReadingError } from "../../contract/reading-error";
import { corrupt, tooLarge } from "../../contract/refusals";
import type { Packed } from "./zip-entries";

/** Returns the files of a tar, with or without gzip, or the one file of a gzip. Throws `ReadingError`. */
export function tarEntries({ bytes, fileName, mediaType, limits }: ReaderInput): Packed[] {
  const plain = mediaType === "application/gzip" ? unpacked(bytes, limits) : bytes;
  if (!isTar(plain)) return [packed(nameInside(fileName), plain)];
  const files = parsed(plain).filter(({ type, data }) => (type ?? "file") === "file" && data);
  if (files.length > limits.archiveEntries) throw tooLarge("The file holds too many parts.");
  return files.map(({ name, data }) => packed(name, Buffer.from(data ?? new Uint8Array())));
}

function unpacked(bytes: Buffer, { archiveBytes, archiveRatio }: ReaderInput["limits"]): Buffer {
  const most = Math.min(archiveBytes, Math.max(20_000_000, bytes.length * archiveRatio));
  try {
    return gunzipSync(bytes, { maxOutputLength: most });
  } catch (error) {
    if (error instanceof RangeError)
      throw tooLarge("The file would unpack to far more than one file may take.");
    throw corrupt("The archive", error);
  }
}

function isTar(bytes: Buffer): boolean {
  return bytes.length > 512 && bytes.subarray(257, 262).toString("latin1") === "ustar";
}

function parsed(bytes: Buffer) {
  try {
    return parseTar(bytes);
  } catch (error) {
    throw error instanceof ReadingError ? error : corrupt("The archive", error);
  }
}

function packed(name: string, bytes: Buffer): Packed {
  return { name, size: bytes.length, isEncrypted: false, read: () => Promise.resolve(bytes) };
}

function nameInside(fileName: string): string {
  return fileName.replace(/\.gz$/i, "").replace(/\.tgz$/i, ".tar") || "file";
}
