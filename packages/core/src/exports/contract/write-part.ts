import { Readable } from "node:stream";
import type { Tools } from "../../context";
import { type ZipEntry, type ZipFile, zipSegment } from "../archive/zip-segment";
import { keysOfPart } from "./export";

/** Writes a part of an archive: its bytes, then the list of what it holds. Writes over what a try before has left. Returns its size and entries. */
export async function writePart(
  { files, workspaceId }: Pick<Tools, "files"> & { workspaceId: string },
  part: { id: string; n: number },
  content: AsyncIterable<ZipFile> | Iterable<ZipFile>,
): Promise<{ bytes: number; entries: ZipEntry[] }> {
  const keys = keysOfPart(workspaceId, part);
  const entries: ZipEntry[] = [];
  let bytes = 0;
  async function* counted() {
    for await (const chunk of zipSegment(content, entries)) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  await files.remove(keys.bytes);
  await files.write(keys.bytes, Readable.from(counted(), { objectMode: false }));
  await files.write(keys.entries, Buffer.from(JSON.stringify({ bytes, entries })));
  return { bytes, entries };
}
