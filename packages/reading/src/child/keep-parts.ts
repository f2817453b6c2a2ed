import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ModelBuilder } from "../model-builder";
import type { Source } from "./read-file";
import { safeName } from "./safe-name";

/** A file inside another: of a mail, a PDF, an Office document, an archive. */
export type Part = { fileName: string; mediaType: string; bytes: Buffer; isInline: boolean };

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
    const name = `attachment-${builder.attachments.length + 1}`;
    const path = join(outputDirectory, name);
    await writeFile(path, bytes);
    builder.attachments.push({
      fileName: safeName(fileName) || `${name}${mediaType === "message/rfc822" ? ".eml" : ""}`,
      mediaType,
      path,
      size: bytes.length,
      ...(isInline && mediaType.startsWith("image/") && { isInline }),
    });
  }
}
