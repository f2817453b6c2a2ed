import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ModelBuilder } from "../../model-builder";
import type { Source } from "../read-file";
import type { Part } from "./message";

const tinyBytes = 4_096;

/** Writes attachments out. Small inline pictures are logos and tracking dots, so they are left. */
export async function keepParts(
  builder: ModelBuilder,
  parts: Part[],
  { outputDirectory, limits }: Source,
) {
  for (const { fileName, mediaType, bytes, isInline } of parts) {
    if (
      bytes.length === 0 ||
      (isInline && mediaType.startsWith("image/") && bytes.length < tinyBytes)
    )
      continue;
    if (builder.attachments.length >= limits.attachments) {
      const warning = `Only the first ${limits.attachments} attachments were kept.`;
      if (!builder.warnings.includes(warning)) builder.warnings.push(warning);
      return;
    }
    const number = builder.attachments.length + 1;
    const path = join(outputDirectory, `attachment-${number}`);
    await writeFile(path, bytes);
    builder.attachments.push({
      fileName: safeName(fileName, number, mediaType),
      mediaType,
      path,
      size: bytes.length,
      ...(isInline && mediaType.startsWith("image/") && { isInline }),
    });
  }
}

/** The last part of a name, without what file systems and screens stumble over. */
export function safeName(name: string, number: number, mediaType: string): string {
  const clean = name
    .replace(/[\p{Cc}\p{Bidi_Control}\u200b\ufeff]/gu, "")
    .replace(/^.*[\\/]/, "")
    .replace(/^\.+/, "")
    .toWellFormed()
    .trim();
  const ending = mediaType === "message/rfc822" ? ".eml" : "";
  const point = clean.lastIndexOf(".");
  const short =
    clean.length > 200 && point > clean.length - 20
      ? clean.slice(0, 180) + clean.slice(point)
      : clean.slice(0, 200);
  return short || `attachment-${number}${ending}`;
}
