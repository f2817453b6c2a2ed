import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import { safeName } from "@besunny/document-model/safe-name";
import { find, read } from "cfb";
import { fileTypeFromBuffer } from "file-type";
import type { Archive } from "../../archive/archive";
import type { ReaderInput } from "../../contract/reader-input";
import { writeAttachments } from "../write-attachments";
import { type EmbeddedObject, packagedFile } from "./rtf/embedded-object";

/** Writes a file that is embedded in another one out as an attachment, freed of its wrapping. */
export async function keepEmbedded(
  builder: DocumentBuilder,
  { path, name }: { path: string; name: string },
  { archive, source }: { archive: Archive; source: ReaderInput },
) {
  const bytes = await archive.bytes(path);
  await keepFile(builder, freed({ fileName: name, bytes }), source);
}

/** The same for a file that is already at hand; its kind is told from its bytes. */
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

/** Office calls what it wraps "oleObject1.bin" or nothing at all. */
function withEnding(name: string, ending: string | undefined): string {
  if (!/^$|\.bin$|\.\d+$/i.test(name)) return name;
  const [, program = ""] = /^(word|excel|powerpoint)\b/i.exec(name) ?? [];
  const own = ending === "cfb" ? oldEndings[program.toLowerCase()] : ending;
  const bare = name.replace(/\.bin$/i, "") || "embedded";
  return own ? `${bare}.${own}` : bare;
}

/** Files of old Office look alike from outside; the name of their program tells them apart. */
const oldEndings: Record<string, string> = { word: "doc", excel: "xls", powerpoint: "ppt" };

/** A file in an OLE package, which is how Office wraps what is of no kind it knows. */
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
