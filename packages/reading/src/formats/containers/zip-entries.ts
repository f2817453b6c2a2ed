import { buffer } from "node:stream/consumers";
import { type Entry, fromBufferPromise } from "yauzl";
import { openArchive } from "../../archive/archive";
import type { Limits } from "../../contract/limits";
import { tooLarge } from "../../contract/refusals";
import { unicodePathField, type ZipName, zipNames } from "./zip-names";

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
  const shown = zipNames(
    archive.names.map((name) => ({
      bytes: archive.written?.get(name) ?? Buffer.from(name),
      isUtf8: false,
      unicode: undefined,
    })),
  ).map(cleaned);
  return archive.names
    .map((key, index) => ({
      name: shown[index] ?? key,
      size: 0,
      isEncrypted: false,
      read: () => archive.bytes(key),
    }))
    .filter(({ name }) => !name.endsWith("/"));
}

async function listed(bytes: Buffer): Promise<Packed[]> {
  const entries: Entry[] = [];
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
    entries.push(entry);
  }
  const names = zipNames(entries.map(writtenName)).map(cleaned);
  return entries
    .map((entry, index) => ({
      name: names[index] ?? "",
      size: entry.uncompressedSize,
      isEncrypted: entry.isEncrypted(),
      read: async () => buffer(await zip.openReadStreamPromise(entry)),
    }))
    .filter(({ name }) => !name.endsWith("/"));
}

function writtenName({ fileName, extraFields, generalPurposeBitFlag }: Entry): ZipName {
  return {
    bytes: fileName,
    isUtf8: (generalPurposeBitFlag & 0x800) !== 0,
    unicode: extraFields.find(({ id }) => id === unicodePathField)?.data,
  };
}

/** Names are only shown and never used as paths. */
function cleaned(name: string): string {
  return name.replaceAll("\\", "/").replace(/\p{Cc}/gu, " ");
}
