import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import { safeName } from "@besunny/document-model/safe-name";
import type { Limits } from "../contract/limits";
import type { Part } from "../contract/part";
import type { ReaderInput } from "../contract/reader-input";

const tinyBytes = 4_096;

/** Writes attachments. Leaves out small inline pictures, which are logos and tracking dots. */
export async function writeAttachments(
  builder: DocumentBuilder,
  parts: Part[],
  { outputDirectory, limits }: ReaderInput,
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
    if (!hasRoomFor(bytes, builder, limits)) continue;
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

/**
 * Returns true if an attachment fits. All together may take as many bytes as an archive, because small compressed files can expand to fill
 * a disk.
 */
function hasRoomFor(
  { length }: Buffer,
  { attachments, warnings }: Pick<DocumentBuilder, "attachments" | "warnings">,
  { archiveBytes }: Limits,
): boolean {
  const taken = attachments.reduce((sum, { size }) => sum + size, 0);
  if (taken + length <= archiveBytes) return true;
  const warning = "Some of the files in it were left out: together they are too large.";
  if (!warnings.includes(warning)) warnings.push(warning);
  return false;
}
