import { buffer } from "node:stream/consumers";
import iconv from "iconv-lite";
import { type Entry, fromBufferPromise } from "yauzl";
import { openArchive } from "../../archive/archive";
import type { Limits } from "../../contract/limits";
import { tooLarge } from "../../contract/refusals";

/** A file in an archive, under the name it has there. */
export type Packed = {
  name: string;
  size: number;
  isEncrypted: boolean;
  read(): Promise<Buffer>;
};

/** The files of a zip, weighed before anything is unpacked; by their own headers where its table of contents is damaged. */
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
    // More than the file holds means that entries share their bytes, which only bombs do.
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

/** Only shown, and never a path of ours. */
function nameOf({ fileName }: Entry): string {
  const text = fileName.toString("utf8");
  const name = text.includes("\ufffd") ? iconv.decode(fileName, "cp437") : text;
  return name.replaceAll("\\", "/").replace(/\p{Cc}/gu, " ");
}
