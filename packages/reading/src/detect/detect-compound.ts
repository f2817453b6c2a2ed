import type { Format } from "@besunny/document-model/parsed-document";
import { type CFB$Container, read } from "cfb";
import { corrupt, encrypted, unsupported } from "../contract/refusals";

/** Detects the format by the streams of the container that old Office files, Outlook files and protected new files share. */
export function detectCompound(bytes: Buffer): Format {
  const names = streamsOf(bytes).map((name) => name.toLowerCase());
  const has = (end: string) => names.some((name) => name.endsWith(`/${end}`));
  if (has("encryptedpackage")) throw encrypted("The file");
  if (has("__properties_version1.0")) return "msg";
  if (has("worddocument")) return "doc";
  if (has("workbook") || has("book")) return "xls";
  if (has("powerpoint document")) return "ppt";
  throw unsupported("A file of this kind");
}

function streamsOf(bytes: Buffer): string[] {
  try {
    const container: CFB$Container = read(bytes, { type: "buffer" });
    return container.FullPaths;
  } catch (cause) {
    throw corrupt("The file", cause);
  }
}
