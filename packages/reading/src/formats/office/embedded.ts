import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import { safeName } from "@besunny/document-model/safe-name";
import { find, read } from "cfb";
import { fileTypeFromBuffer } from "file-type";
import type { Archive } from "../../archive/archive";
import type { ReaderInput } from "../../contract/reader-input";
import { writeAttachments } from "../write-attachments";
import { type EmbeddedObject, packagedFile } from "./rtf/embedded-object";

/** Writes an embedded file as an attachment, without its OLE wrapper. */
export async function keepEmbedded(
  builder: DocumentBuilder,
  { path, name }: { path: string; name: string },
  { archive, source }: { archive: Archive; source: ReaderInput },
) {
  const bytes = await archive.bytes(path);
  await keepFile(builder, freed({ fileName: name, bytes }), source);
}

/** Writes a file whose bytes are known as an attachment. Detects its kind by the bytes. */
export async function keepFile(
  builder: DocumentBuilder,
  { fileName, bytes }: EmbeddedObject,
  source: ReaderInput,
) {
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const part = {
    fileName: withEnding(safeName(fileName), type?.ext),
    mediaType: type?.mime ?? "application/octet-stream",
    bytes,
    isInline: false,
  };
  await writeAttachments(builder, [part], source);
}

/** Adds the extension. Office names wrapped files "oleObject1.bin" or not at all. */
function withEnding(name: string, ending: string | undefined): string {
  if (!/^$|\.bin$|\.\d+$/i.test(name)) return name;
  const [, program = ""] = /^(word|excel|powerpoint)\b/i.exec(name) ?? [];
  const own = ending === "cfb" ? oldEndings[program.toLowerCase()] : ending;
  const bare = name.replace(/\.bin$/i, "") || "embedded";
  return own ? `${bare}.${own}` : bare;
}

/** Files of old Office have the same container. The name of their program shows the kind. */
const oldEndings: Record<string, string> = { word: "doc", excel: "xls", powerpoint: "ppt" };

/** Returns the file inside an OLE package, in which Office wraps files of unknown kinds. Returns other files unchanged. */
export function freed(file: EmbeddedObject): EmbeddedObject {
  if (file.bytes.length < 8 || file.bytes.readUInt32BE(0) !== 0xd0cf11e0) return file;
  try {
    const container = read(file.bytes, { type: "buffer" });
    const whole = find(container, "Package") ?? find(container, "CONTENTS");
    if (whole && whole.size > 0) return { ...file, bytes: Buffer.from(whole.content) };
    const native = find(container, "\u0001Ole10Native");
    return (native && packagedFile(Buffer.from(native.content), 6)) ?? file;
  } catch {
    return file;
  }
}
