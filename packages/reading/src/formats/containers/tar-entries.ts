import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { createTarDecoder } from "modern-tar";
import type { ReaderInput } from "../../contract/reader-input";
import { ReadingError } from "../../contract/reading-error";
import { corrupt, tooLarge } from "../../contract/refusals";
import { isTar } from "../../detect/is-tar";
import type { Packed } from "./zip-entries";

/** Returns the files of a tar, with or without gzip, or the one file of a gzip. Throws `ReadingError`. */
export async function tarEntries(source: ReaderInput): Promise<Packed[]> {
  const { bytes, fileName, mediaType, limits } = source;
  const plain = mediaType === "application/gzip" ? unpacked(bytes, limits) : bytes;
  if (!isTar(plain)) return [packed(nameInside(fileName), plain)];
  const files = await filesOf(plain, limits.archiveEntries);
  if (files.length === 0) throw corrupt("The archive");
  return files;
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

/** Returns the files up to the first damage. */
async function filesOf(bytes: Buffer, most: number): Promise<Packed[]> {
  const files: Packed[] = [];
  const entries = new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(createTarDecoder());
  try {
    for await (const { header, body } of entries) {
      if (files.length >= most) throw tooLarge("The file holds too many parts.");
      if (header.type === "file") files.push(packed(header.name, await buffer(body)));
      else await body.cancel();
    }
  } catch (error) {
    if (error instanceof ReadingError || files.length === 0) throw error;
  }
  return files;
}

function packed(name: string, bytes: Buffer): Packed {
  return { name, size: bytes.length, isEncrypted: false, read: () => Promise.resolve(bytes) };
}

function nameInside(fileName: string): string {
  return fileName.replace(/\.gz$/i, "").replace(/\.tgz$/i, ".tar") || "file";
}
