import { Archive } from "libarchive.js/dist/libarchive-node.mjs";
import { archiveOf } from "./archive-of";
import { type Streams, writtenStreams } from "./streams";

/** Unpacks the header of a 7z: as the only file of an archive made for that, because the library unpacks files alone. */
export async function unpackedHeader(packs: readonly Buffer[], streams: Streams): Promise<Buffer> {
  const name = Buffer.from("h\0", "utf16le");
  const header = Buffer.concat([
    Buffer.from([0x01, 0x04]),
    writtenStreams({ ...streams, place: 0 }),
    // The library finds no file without the field of substreams (08), even if the field is empty.
    Buffer.from([0x08, 0x00, 0x00, 0x05, 0x01, 0x11, name.length + 1, 0x00]),
    name,
    Buffer.from([0x00, 0x00]),
  ]);
  const archive = await Archive.open(new Blob([Uint8Array.from(archiveOf(packs, header))]));
  try {
    const [file] = await archive.client.extractFiles();
    if (!file?.fileData || file.fileData.byteLength === 0)
      throw new Error("The header does not unpack.");
    return Buffer.from(file.fileData);
  } finally {
    await archive.close();
  }
}
