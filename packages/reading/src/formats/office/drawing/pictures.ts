import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import type { Picture, ShownPicture } from "@besunny/document-model/parsed-document";
import sharp from "sharp";
import type { Archive } from "../../../archive/archive";
import type { ReaderInput } from "../../../contract/reader-input";
import { isWrittenDescription } from "../../picture-description";
import { keepPicture } from "../../pictures/keep-picture";
import type { PictureItem } from "../content-item";

export type PictureReader = {
  /** Keeps the picture for showing. Returns its words: the author's description, then those that the file states, else the recognised ones. */
  read(
    item: Pick<PictureItem, "path" | "description" | "size" | "words">,
  ): Promise<{ text: string; picture?: ShownPicture | undefined }>;
};

const leastWidth = 150;
const leastHeight = 40;
const leastQuality = 0.6;

/** Returns a reader of pictures. It keeps and recognises each picture once. */
export function createPictureReader(
  archive: Pick<Archive, "bytes">,
  source: ReaderInput,
  builder: Pick<DocumentBuilder, "warnings" | "pictures">,
): PictureReader {
  const seen = new Map<string, Picture | null>();
  let recognised = 0;
  let failed = false;

  async function textOn(bytes: Buffer): Promise<string> {
    if (failed || !(await isLegible(bytes))) return "";
    if (recognised >= source.limits.recognisedPages) {
      const warning = "The document has more pictures than are looked at for text.";
      if (!builder.warnings.includes(warning)) builder.warnings.push(warning);
      return "";
    }
    recognised += 1;
    try {
      const { readImage } = await import("../../../ocr/read-image");
      const { text, pages } = await readImage({ ...source, bytes, format: "png" });
      const quality = pages[0]?.quality.score ?? 0;
      return quality >= leastQuality && isWriting(text) ? text : "";
    } catch (error) {
      failed = !(error instanceof Error && error.name === "ReadingError");
      if (failed) builder.warnings.push("Pictures in the document were not looked at for text.");
      return "";
    }
  }

  return {
    async read({ path, description, size, words = "" }) {
      const told = isWrittenDescription(description) ? description.trim() : "";
      const known = path === undefined ? undefined : seen.get(path);
      if (known !== undefined) return { text: "", picture: shownAs(known, told, size) };
      if (path === undefined)
        return { text: [told, words].filter((each) => each !== "").join("\n") };
      const bytes = await archive.bytes(path);
      const kept = await keepPicture(builder, bytes, source);
      seen.set(path, kept);
      const stated = words === "" ? await textOn(bytes) : words;
      const text = [told, stated].filter((each) => each !== "").join("\n");
      return { text, picture: shownAs(kept, told, size) };
    },
  };
}

function shownAs(
  kept: Picture | null,
  alt: string,
  size: PictureItem["size"],
): ShownPicture | undefined {
  if (!kept) return undefined;
  const [width, height] = size ?? [];
  return { id: kept.id, ...(alt && { alt }), ...(width && height && { width, height }) };
}

async function isLegible(bytes: Buffer): Promise<boolean> {
  try {
    const picture = sharp(bytes, { failOn: "none" });
    const { width = 0, height = 0 } = await picture.metadata();
    if (width < leastWidth || height < leastHeight) return false;
    return hasGround(
      await picture.flatten({ background: "#fff" }).greyscale().resize(sample).raw().toBuffer(),
    );
  } catch {
    return false;
  }
}

const sample = { width: 256, height: 256, fit: "fill" } as const;
const groundShare = 0.3;
const shades = 32;

/** Returns true if one shade prevails, as behind writing. In a photograph no shade prevails. */
function hasGround(pixels: Buffer): boolean {
  const counts = new Array<number>(shades).fill(0);
  for (const pixel of pixels) {
    const shade = Math.floor((pixel * shades) / 256);
    counts[shade] = (counts[shade] ?? 0) + 1;
  }
  const around = (shade: number) =>
    (counts[shade - 1] ?? 0) + (counts[shade] ?? 0) + (counts[shade + 1] ?? 0);
  const most = Math.max(...counts.map((_, shade) => around(shade)));
  return most >= groundShare * pixels.length && most < 0.998 * pixels.length;
}

/** Returns true for text with several words. Recognition finds a few letters in any photograph. */
function isWriting(text: string): boolean {
  return (text.match(/[\p{L}\p{N}]{3,}/gu) ?? []).length >= 3;
}
