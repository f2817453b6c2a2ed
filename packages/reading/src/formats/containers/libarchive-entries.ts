import {
  Archive,
  type ArchiveEntry,
  type ArchiveWorker,
  type ExtractedEntry,
} from "libarchive.js/dist/libarchive-node.mjs";
import type { Limits } from "../../contract/limits";
import type { ReaderInput } from "../../contract/reader-input";
import { ReadingError } from "../../contract/reading-error";
import { encrypted, tooLarge, unsupported } from "../../contract/refusals";
import { isProtectedRar5 } from "./rar5/unlock-rar";
import { is7z, isProtected7z } from "./seven-zip/unlock-7z";
import type { Packed } from "./zip-entries";

const remedy = "Unpack it and upload the documents in it, or pack them as ZIP.";

/** No free library decrypts RAR before version 5. */
const remedyOfProtected =
  "Unpack it with its password and upload the documents in it, or pack them as ZIP or 7z. Those may have a password.";

/** Returns the files of a 7z or RAR, or of a TAR packed with BZIP2 or XZ. Throws `ReadingError`. */
export async function libarchiveEntries({ bytes, limits }: ReaderInput): Promise<Packed[]> {
  const isProtected = isProtectedRar5(bytes) || (is7z(bytes) && (await isProtected7z(bytes)));
  if (isProtected) throw encrypted("The archive");
  const archive = await Archive.open(new Blob([Uint8Array.from(bytes)]));
  const { client } = archive;
  try {
    const listed = await client.listFiles();
    if (await client.hasEncryptedData())
      throw unsupported("A protected archive of this kind", remedyOfProtected);
    weigh(listed, bytes.length, limits);
    const files = await client.extractFiles().then(
      (all) => all.map(packed),
      () => oneByOne(client, listed.slice(0, limits.attachments)),
    );
    const found = files.filter(({ isFile }) => isFile);
    if (found.length === 0) throw unsupported("An archive without files", remedy);
    return found;
  } catch (error) {
    if (error instanceof ReadingError) throw error;
    throw unsupported("A damaged archive, or one of an unknown kind,", remedy);
  } finally {
    await archive.close();
  }
}

function weigh(
  listed: ArchiveEntry[],
  packedBytes: number,
  { archiveBytes, archiveEntries, archiveRatio }: Limits,
) {
  const total = listed.reduce((sum, { size }) => sum + size, 0);
  if (listed.length > archiveEntries) throw tooLarge("The file holds too many parts.");
  const isBomb = total > 20_000_000 && total / packedBytes > archiveRatio;
  if (total > archiveBytes || isBomb)
    throw tooLarge("The file would unpack to far more than one file may take.");
}

/** Reads the files of a damaged archive, each from the beginning of the archive. Throws if none can be read. */
async function oneByOne(client: ArchiveWorker, listed: ArchiveEntry[]) {
  const files = [];
  for (const entry of listed) {
    const found = await client.extractSingleFile(entry.path).catch(() => entry);
    files.push(packed({ ...entry, ...("fileData" in found && { fileData: found.fileData }) }));
  }
  if (files.every(({ hasContent }) => !hasContent)) throw new Error("No file can be read.");
  return files;
}

/** A file without content is damaged. */
function packed({ path, type, size, fileData }: ExtractedEntry) {
  const read = async () => {
    if (!fileData) throw new Error("The file is damaged.");
    return Buffer.from(fileData);
  };
  const isFile = type === "FILE";
  return { name: path, size, isEncrypted: false, isFile, hasContent: fileData !== undefined, read };
}
