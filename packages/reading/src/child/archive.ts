import { buffer } from "node:stream/consumers";
import { type Entry, fromBufferPromise } from "yauzl";
import type { Limits } from "../limits";
import { corrupt, encrypted, tooLarge } from "./refusals";

export type Archive = {
  names: string[];
  has(name: string): boolean;
  text(name: string): Promise<string>;
  bytes(name: string): Promise<Buffer>;
};

/** Opens a zip after weighing it by its table of contents, before anything in it is unpacked. */
export async function openArchive(bytes: Buffer, limits: Limits): Promise<Archive> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false }).catch(
    (cause: unknown) => {
      throw corrupt("The file", cause);
    },
  );
  if (zip.entryCount > limits.archiveEntries) throw tooLarge("The file holds too many parts.");

  const entries = new Map<string, Entry>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    total += entry.uncompressedSize;
    weigh(entry, total, limits);
    entries.set(normal(entry.fileName), entry);
  }

  async function read(name: string): Promise<Buffer> {
    const entry = entries.get(normal(name));
    if (!entry) return Buffer.alloc(0);
    if (entry.isEncrypted()) throw encrypted("The file");
    return buffer(await zip.openReadStreamPromise(entry));
  }

  return {
    names: [...entries.keys()],
    has: (name) => entries.has(normal(name)),
    bytes: read,
    text: async (name) => decodeXml(await read(name)),
  };
}

function weigh(entry: Entry, total: number, limits: Limits) {
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
  const isBomb = entry.uncompressedSize > 20_000_000 && ratio > limits.archiveRatio;
  if (total > limits.archiveBytes || isBomb)
    throw tooLarge("The file would unpack to far more than one file may take.");
}

function normal(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

function decodeXml(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}
