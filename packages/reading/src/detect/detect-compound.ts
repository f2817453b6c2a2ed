import type { Format } from "@besunny/document-model/parsed-document";
import { type CFB$Container, read } from "cfb";
import { corrupt, encrypted, unsupported } from "../contract/refusals";

/** Detects the format by the streams of the container that old Office files, Outlook files and protected new files share. */
export function detectCompound(bytes: Buffer): Format {
  const names = streamsOf(bytes).map((name) => name.toLowerCase().split("/").slice(1));
  // Embedded objects have streams of the same names, in folders of their own.
  const own = names.filter(({ length }) => length === 1);
  return formatOf(own.flat()) ?? formatOf(names.map((path) => path.at(-1) ?? "")) ?? refuse();
}

function refuse(): never {
  throw unsupported("A file of this kind");
}

function formatOf(names: string[]): Format | null {
  const has = (name: string) => names.includes(name);
  if (has("encryptedpackage")) throw encrypted("The file");
  if (has("__properties_version1.0")) return "msg";
  if (has("worddocument")) return "doc";
  if (has("workbook") || has("book")) return "xls";
  if (has("powerpoint document")) return "ppt";
  return null;
}

function streamsOf(bytes: Buffer): string[] {
  try {
    const container: CFB$Container = read(bytes, { type: "buffer" });
    return container.FullPaths;
  } catch (cause) {
    throw corrupt("The file", cause);
  }
}
