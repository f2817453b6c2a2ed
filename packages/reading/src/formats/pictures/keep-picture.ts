import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import type { Picture } from "@besunny/document-model/parsed-document";
import type { ReaderInput } from "../../contract/reader-input";
import { unpackedPicture } from "./picture-kind";
import { sizeOfPicture } from "./picture-size";

/** Lines, bullets and dots that count readers are thinner than this, in pixels. */
const thinnest = 4;

/**
 * Writes a picture to the output directory, once however often it is given. Returns null for what is no picture, is too thin to show
 * anything, or is over the limits; the latter becomes a warning.
 */
export async function keepPicture(
  { pictures, warnings }: Pick<DocumentBuilder, "pictures" | "warnings">,
  bytes: Buffer,
  { outputDirectory, limits }: Pick<ReaderInput, "outputDirectory" | "limits">,
): Promise<Picture | null> {
  const found = await unpackedPicture(bytes, limits.pictureBytes);
  if (!found) return null;
  const id = createHash("sha256").update(found.bytes).digest("hex");
  const known = pictures.find((each) => each.id === id);
  if (known) return known;
  const { width, height } = await sizeOfPicture(found);
  if (width > 0 && Math.min(width, height) < thinnest) return null;
  const taken = pictures.reduce((sum, { size }) => sum + size, 0);
  if (pictures.length >= limits.pictures || taken + found.bytes.length > limits.pictureBytes) {
    const warning = "The document has more pictures than can be shown.";
    if (!warnings.includes(warning)) warnings.push(warning);
    return null;
  }
  const path = join(outputDirectory, `picture-${id}`);
  await writeFile(path, found.bytes);
  const { mediaType } = found;
  const picture = { id, mediaType, path, size: found.bytes.length, width, height };
  pictures.push(picture);
  return picture;
}
