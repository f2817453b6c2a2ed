import type { Entry, FileEntry } from "@zip.js/zip.js";
import type { Limits } from "../../contract/limits";
import { corrupt, encrypted, tooLarge } from "../../contract/refusals";
import { unicodePathField, type ZipName, zipNames } from "./zip-names";

/**
 * Returns a ZIP without its protection (traditional or AES), and other bytes unchanged. Throws `ENCRYPTED` if the password is wrong, and
 * `TOO_LARGE` for a ZIP over the limits.
 */
export async function withoutZipPassword(
  bytes: Buffer,
  password: string | undefined,
  limits: Limits,
): Promise<Buffer> {
  if (!password || bytes.subarray(0, 2).toString("latin1") !== "PK") return bytes;
  const zip = await import("@zip.js/zip.js");
  zip.configure({ useWebWorkers: false });
  const reader = new zip.ZipReader(new zip.Uint8ArrayReader(bytes));
  const entries = await reader.getEntries().catch(() => []);
  if (!entries.some((entry) => entry.encrypted)) return bytes;
  weigh(entries, limits);
  const writer = new zip.ZipWriter(new zip.Uint8ArrayWriter(), { level: 0 });
  const names = zipNames(entries.map(writtenName));
  for (const [index, entry] of entries.entries()) {
    if (entry.directory) continue;
    const content = await contentOf(entry, password, new zip.Uint8ArrayWriter());
    await writer.add(names[index] ?? entry.filename, new zip.Uint8ArrayReader(content));
  }
  return Buffer.from(await writer.close());
}

function writtenName({ rawFilename, extraField, bitFlag }: Entry): ZipName {
  const unicode = extraField?.get(unicodePathField)?.data;
  return {
    bytes: Buffer.from(rawFilename),
    isUtf8: bitFlag?.languageEncodingFlag ?? false,
    unicode: unicode && Buffer.from(unicode),
  };
}

function weigh(entries: Entry[], limits: Limits) {
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (entries.length > limits.archiveEntries || total > limits.archiveBytes)
    throw tooLarge("The file would unpack to far more than one file may take.");
}

async function contentOf(
  entry: FileEntry,
  password: string,
  writer: import("@zip.js/zip.js").Uint8ArrayWriter,
): Promise<Uint8Array> {
  try {
    return await entry.getData(writer, { password, checkSignature: true });
  } catch (error) {
    if (entry.encrypted) throw encrypted("The archive");
    throw corrupt("The archive", error);
  }
}
