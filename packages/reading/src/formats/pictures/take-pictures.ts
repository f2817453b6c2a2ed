import { rename } from "node:fs/promises";
import { basename, join } from "node:path";
import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { ReaderInput } from "../../contract/reader-input";

/** Takes over the pictures of a document that becomes part of another, with their files. */
export async function takePictures(
  { pictures }: Pick<DocumentBuilder, "pictures">,
  part: Pick<ParsedDocument, "pictures">,
  { outputDirectory }: Pick<ReaderInput, "outputDirectory">,
) {
  for (const picture of part.pictures ?? []) {
    if (pictures.some(({ id }) => id === picture.id)) continue;
    const path = join(outputDirectory, basename(picture.path));
    if (path !== picture.path) await rename(picture.path, path);
    pictures.push({ ...picture, path });
  }
}
