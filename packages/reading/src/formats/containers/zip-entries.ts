import { buffer } from "node:stream/consumers";
import iconv from "iconv-lite";
import { type Entry, fromBufferPromise } from "yauzl";
import { openArchive } from "../../archive/archive";
import type { Limits } from "../../contract/limits";
import { tooLarge } from "../../contract/refusals";

/** A file in an archive, with its name in the archive. */
export type Packed = {
  name: string;
  size: number;
  isEncrypted: boolean;
  read(): Promise<Buffer>;
};

/**
 * Returns the files of a zip, with sizes checked before anything is unpacked. Uses the files' own headers if the table of contents is
 * damaged. Throws `ReadingError`.
 */
export async function zipEntries(bytes: Buffer, limits: Limits): Promise<Packed[]> {
  const archive = await openArchive(bytes, limits);
  const found = archive.damaged.length === 0 ? await listed(bytes) : [];
  if (found.length > 0) return found;
  return archive.names
    .filter((name) => !name.endsWith("/"))
    .map((name) => ({ name, size: 0, isEncrypted: false, read: () => archive.bytes(name) }));
}

async function listed(bytes: Buffer): Promise<Packed[]> {
  const found: Packed[] = [];
  let compressed = 0;
  const zip = await fromBufferPromise(bytes, {
    lazyEntries: true,
    autoClose: false,
    decodeStrings: false,
  });
  for await (const entry of zip.eachEntry()) {
    compressed += entry.compressedSize;
    // Entries larger than the whole file share their bytes. Only zip bombs do so.
    if (compressed > bytes.length)
      throw tooLarge("The file would unpack to far more than one file may take.");
    const name = nameOf(entry);
    if (name.endsWith("/")) continue;
    found.push({
      name,
      size: entry.uncompressedSize,
      isEncrypted: entry.isEncrypted(),
      read: async () => buffer(await zip.openReadStreamPromise(entry)),
    });
  }
  return found;
}

/** Returns the name of an entry, which is only shown and never used as a path. */
function nameOf({ fileName }: Entry): string {
  const text = fileName.toString("utf8");
  const name = text.includes("\ufffd") ? iconv.decode(fileName, "cp437") : text;
  return name.replaceAll("\\", "/").replace(/\p{Cc}/gu, " ");
}
