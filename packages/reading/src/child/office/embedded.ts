import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { find, read } from "cfb";
import { fileTypeFromBuffer } from "file-type";
import type { ModelBuilder } from "../../model-builder";
import type { Archive } from "../archive";
import type { Source } from "../read-file";
import { type EmbeddedObject, packagedFile } from "./rtf/embedded-object";

/** Writes a file that is embedded in another one out as an attachment, freed of its wrapping. */
export async function keepEmbedded(
  builder: ModelBuilder,
  { path, name }: { path: string; name: string },
  { archive, source }: { archive: Archive; source: Source },
) {
  const bytes = await archive.bytes(path);
  await keepFile(builder, freed({ fileName: name, bytes }), source);
}

export async function keepFile(
  builder: ModelBuilder,
  { fileName, bytes }: EmbeddedObject,
  { outputDirectory, limits }: Source,
) {
  if (bytes.length === 0) return;
  if (builder.attachments.length >= limits.attachments) {
    const warning = "The document holds more files than are kept.";
    if (!builder.warnings.includes(warning)) builder.warnings.push(warning);
    return;
  }
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const path = join(outputDirectory, `attachment-${builder.attachments.length + 1}`);
  await writeFile(path, bytes);
  builder.attachments.push({
    fileName: safeName(fileName, type?.ext),
    mediaType: type?.mime ?? "application/octet-stream",
    path,
    size: bytes.length,
  });
}

function safeName(name: string, ending: string | undefined): string {
  const clean = name
    .replace(/\p{Cc}/gu, "")
    .replace(/^.*[\\/]/, "")
    .toWellFormed()
    .trim()
    .slice(-200);
  if (!/^$|\.bin$|\.\d+$/i.test(clean)) return clean;
  const [, program = ""] = /^(word|excel|powerpoint)\b/i.exec(clean) ?? [];
  const own = ending === "cfb" ? oldEndings[program.toLowerCase()] : ending;
  const bare = clean.replace(/\.bin$/i, "") || "embedded";
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
