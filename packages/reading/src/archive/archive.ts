import { buffer } from "node:stream/consumers";
import iconv from "iconv-lite";
import { type Entry, fromBufferPromise } from "yauzl";
import type { Limits } from "../contract/limits";
import { corrupt, encrypted, tooLarge } from "../contract/refusals";
import { inflateWhatIsThere, type Piece, piecesOf } from "./archive-remains";

/** `damaged` collects the names of parts that were read only up to a damage; `written` has the names as bytes, if they are known. */
export type Archive = {
  names: string[];
  written?: ReadonlyMap<string, Buffer>;
  damaged: string[];
  has(name: string): boolean;
  text(name: string): Promise<string>;
  bytes(name: string): Promise<Buffer>;
};

/** Opens a zip. Checks the sizes in its table of contents before anything is unpacked. Throws `ReadingError`. */
export async function openArchive(bytes: Buffer, limits: Limits): Promise<Archive> {
  return (await openWhole(bytes, limits)) ?? openRemains(bytes, limits);
}

/** Opens a zip by the table of contents at its end. Returns null if the table is missing or wrong. */
async function openWhole(bytes: Buffer, limits: Limits): Promise<Archive | null> {
  const entries = new Map<string, Entry>();
  try {
    const zip = await fromBufferPromise(bytes, {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: false,
    });
    if (zip.entryCount > limits.archiveEntries) throw tooLarge("The file holds too many parts.");
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize;
      weigh(entry, total, limits);
      entries.set(normal(nameOf(entry)), entry);
    }
    return archiveOf([...entries.keys()], async (name, damaged) => {
      const entry = entries.get(name);
      if (!entry) return Buffer.alloc(0);
      if (entry.isEncrypted()) throw encrypted("The file");
      return zip
        .openReadStreamPromise(entry)
        .then(buffer)
        .catch(() => {
          damaged.push(name);
          const piece = piecesOf(bytes, limits).find((each) => normal(nameIn(each.name)) === name);
          return piece ? inflateWhatIsThere(bytes, piece, limits) : Buffer.alloc(0);
        });
    });
  } catch (error) {
    if (error instanceof Error && error.name === "ReadingError") throw error;
    return null;
  }
}

/** Opens a file that was cut off or written badly, by the headers before each part. */
function openRemains(bytes: Buffer, limits: Limits): Archive {
  const pieces = new Map<string, Piece>();
  const written = new Map<string, Buffer>();
  for (const piece of piecesOf(bytes, limits)) {
    const name = normal(nameIn(piece.name));
    pieces.set(name, piece);
    written.set(name, piece.name);
  }
  if (pieces.size === 0) throw corrupt("The file");
  let total = 0;
  const archive = archiveOf([...pieces.keys()], async (name) => {
    const piece = pieces.get(name);
    if (!piece) return Buffer.alloc(0);
    if (piece.isEncrypted) throw encrypted("The file");
    const found = inflateWhatIsThere(bytes, piece, limits);
    total += found.length;
    if (total > limits.archiveBytes) throw tooLarge(unpacksTooLarge);
    return found;
  });
  archive.damaged.push("its table of contents");
  return { ...archive, written };
}

function archiveOf(
  names: string[],
  read: (name: string, damaged: string[]) => Promise<Buffer>,
): Archive {
  const known = new Set(names);
  const damaged: string[] = [];
  return {
    names,
    damaged,
    has: (name) => known.has(normal(name)),
    bytes: (name) => read(normal(name), damaged),
    text: async (name) => decodeXml(await read(normal(name), damaged)),
  };
}

const unpacksTooLarge = "The file would unpack to far more than one file may take.";

function weigh(entry: Entry, total: number, limits: Limits) {
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
  const isBomb = entry.uncompressedSize > 20_000_000 && ratio > limits.archiveRatio;
  if (total > limits.archiveBytes || isBomb) throw tooLarge(unpacksTooLarge);
}

/** Reads the name of a part. Names are keys only, not paths, so they need no check. */
function nameOf({ fileName, generalPurposeBitFlag }: Entry): string {
  return generalPurposeBitFlag & 0x800 ? fileName.toString("utf8") : nameIn(fileName);
}

/** In the code page of DOS, different names stay different whatever their encoding is. */
function nameIn(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  return text.includes("\ufffd") ? iconv.decode(bytes, "cp437") : text;
}

function normal(name: string): string {
  return name
    .replaceAll("\\", "/")
    .replace(/^(\.?\/+)+/, "")
    .toLowerCase();
}

/** Decodes an XML text by its mark or its declaration. */
export function decodeXml(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const head = bytes.subarray(0, 200).toString("latin1");
  if (head.startsWith("<\0")) return new TextDecoder("utf-16le").decode(bytes);
  const [, named = "utf-8"] = /^[^<]*<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(head) ?? [];
  if (/^utf-?8$/i.test(named) || /^utf-?16/i.test(named) || !iconv.encodingExists(named))
    return new TextDecoder().decode(bytes);
  return iconv.decode(bytes, named);
}
