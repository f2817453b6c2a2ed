import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import { read, utils, write } from "cfb";
import type { ReaderInput } from "../../../contract/reader-input";
import { freed, keepFile } from "../embedded";

/** Excel names the storages of embedded objects MBD and a number; Word keeps them in a pool. */
const storage = /^[^/]+\/(MBD[\dA-F]+|ObjectPool\/_\d+)\/(.+)$/i;

/** Streams that show that a storage is a document, with the name of the file that it becomes. */
const documents: [stream: string, fileName: string][] = [
  ["WordDocument", "word.bin"],
  ["Workbook", "excel.bin"],
  ["Book", "excel.bin"],
  ["PowerPoint Document", "powerpoint.bin"],
  ["Package", ""],
  ["CONTENTS", ""],
  ["\u0001Ole10Native", ""],
];

const mostObjects = 500;

/** Writes the documents that are embedded in an old workbook or Word document as attachments. Leaves links, equations and controls. */
export async function keepOleObjects(builder: DocumentBuilder, source: ReaderInput): Promise<void> {
  for (const streams of objectsIn(source.bytes).slice(0, mostObjects)) {
    const [, fileName] = documents.find(([name]) => streams.has(name)) ?? [];
    if (fileName === undefined || streams.has("\u0003OCXNAME")) continue;
    await keepFile(builder, freed({ fileName, bytes: asFile(streams) }), source);
  }
}

/** Returns the streams of each embedded object, by their paths in it. */
function objectsIn(bytes: Buffer): Map<string, Buffer>[] {
  const objects = new Map<string, Map<string, Buffer>>();
  try {
    const container = read(bytes, { type: "buffer" });
    for (const [index, path] of container.FullPaths.entries()) {
      const [, name, stream] = storage.exec(path) ?? [];
      const entry = container.FileIndex[index];
      if (!name || !stream || entry?.type !== isStream) continue;
      const streams = objects.get(name) ?? new Map<string, Buffer>();
      objects.set(name, streams.set(stream, Buffer.from(entry.content ?? [])));
    }
  } catch {
    return [];
  }
  return [...objects.values()];
}

const isStream = 2;

/** Writes the streams of an object as a file of their own. */
function asFile(streams: Map<string, Buffer>): Buffer {
  const container = utils.cfb_new();
  for (const [path, content] of streams) utils.cfb_add(container, `/${path}`, content);
  utils.cfb_del(container, "/\u0001Sh33tJ5");
  return Buffer.from(Uint8Array.from(write(container, { type: "buffer" })));
}
