import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { find, read } from "cfb";
import { fileTypeFromBuffer } from "file-type";
import type { ModelBuilder } from "../../model-builder";
import type { Archive } from "../archive";
import type { Source } from "../read-file";

type Embedded = { fileName: string; bytes: Buffer };

/** Writes a file that is embedded in another one out as an attachment, freed of its wrapping. */
export async function keepEmbedded(
  builder: ModelBuilder,
  { path, name }: { path: string; name: string },
  { archive, source }: { archive: Archive; source: Source },
) {
  const bytes = await archive.bytes(path);
  await keepFile(builder, unwrapped({ fileName: name, bytes }), source);
}

export async function keepFile(
  builder: ModelBuilder,
  { fileName, bytes }: Embedded,
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
  if (!ending || ending === "cfb" || !/^$|\.bin$/i.test(clean)) return clean || "embedded";
  return `${clean.replace(/\.bin$/i, "") || "embedded"}.${ending}`;
}

/** A file in an OLE package, which is how Office wraps what is of no kind it knows. */
function unwrapped(file: Embedded): Embedded {
  if (file.bytes.length < 8 || file.bytes.readUInt32BE(0) !== 0xd0cf11e0) return file;
  try {
    const container = read(file.bytes, { type: "buffer" });
    const whole = find(container, "Package") ?? find(container, "CONTENTS");
    if (whole && whole.size > 0) return { ...file, bytes: Buffer.from(whole.content) };
    const native = find(container, "\u0001Ole10Native");
    return (native && packaged(Buffer.from(native.content))) ?? file;
  } catch {
    return file;
  }
}

/** Label, path and another path, each ended by a zero, stand before the size and the bytes of the file. */
function packaged(native: Buffer): Embedded | null {
  let at = 6;
  const text = () => {
    const end = native.indexOf(0, at);
    if (end === -1) return null;
    const found = native.subarray(at, end).toString("latin1");
    at = end + 1;
    return found;
  };
  const label = text();
  const origin = text();
  if (label === null || origin === null || at + 8 > native.length) return null;
  at += 4;
  const pathBytes = native.readUInt32LE(at);
  at += 4 + pathBytes;
  if (at + 4 > native.length) return null;
  const size = native.readUInt32LE(at);
  if (size === 0 || at + 4 + size > native.length) return null;
  return { fileName: label || origin, bytes: native.subarray(at + 4, at + 4 + size) };
}
