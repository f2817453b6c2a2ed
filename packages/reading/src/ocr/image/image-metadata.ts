import type { Metadata } from "@besunny/document-model/parsed-document";
import exifReader from "exif-reader";
import type { Metadata as Header } from "sharp";

/** Returns the metadata that cameras, scanners and drawing programs store in an image. */
export function imageMetadata({ exif, comments = [] }: Partial<Header>): Partial<Metadata> {
  const { Image: image, Photo: photo } = exif ? exifOf(exif) : {};
  const comment = (keyword: string) =>
    textOf(comments.find((each) => each.keyword === keyword)?.text);
  const title = comment("Title");
  const author = textOf(image?.Artist) ?? comment("Author");
  const subject = textOf(image?.ImageDescription) ?? comment("Description");
  const createdAt = dateOf(photo?.DateTimeOriginal ?? photo?.DateTimeDigitized);
  const modifiedAt = dateOf(image?.DateTime);
  return {
    ...(title && { title }),
    ...(author && { author }),
    ...(subject && { subject }),
    ...(createdAt && { createdAt }),
    ...(modifiedAt && { modifiedAt }),
  };
}

function exifOf(bytes: Buffer): Partial<ReturnType<typeof exifReader>> {
  try {
    return exifReader(bytes);
  } catch {
    return {};
  }
}

function textOf(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: fields are padded with NUL
  const text = value.replace(/[\u0000-\u001f]+/g, " ").trim();
  return text === "" ? undefined : text.slice(0, 500);
}

function dateOf(value: unknown): string | undefined {
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return undefined;
  return value.getFullYear() > 1900 ? value.toISOString() : undefined;
}
