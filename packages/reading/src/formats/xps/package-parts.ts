import type { Archive } from "../../archive/archive";
import { decodeXml } from "../../archive/archive";

/** Returns the bytes of a part, which may be written in pieces. Returns an empty buffer for a missing part. */
export async function partBytes(archive: Archive, path: string): Promise<Buffer> {
  if (archive.has(path)) return archive.bytes(path);
  const folder = `${path.replace(/^\/+/, "").toLowerCase()}/[`;
  const pieces = archive.names.filter(
    (name) => name.startsWith(folder) && /\[\d+\](\.last)?\.piece$/.test(name),
  );
  pieces.sort((a, b) => numberOf(a) - numberOf(b));
  return Buffer.concat(await Promise.all(pieces.map((name) => archive.bytes(name))));
}

/** Returns the text of an XML part. */
export async function partText(archive: Archive, path: string): Promise<string> {
  return decodeXml(await partBytes(archive, path));
}

function numberOf(piece: string): number {
  return Number(/\[(\d+)\](\.last)?\.piece$/.exec(piece)?.[1]);
}
