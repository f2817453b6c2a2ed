import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import sharp from "sharp";
import type { Archive } from "../../../archive/archive";
import type { ReaderInput } from "../../../contract/reader-input";
import { isWrittenDescription } from "../../picture-description";

export type PictureReader = {
  read(picture: {
    path: string | undefined;
    description: string;
    words?: string | undefined;
  }): Promise<string>;
};

const leastWidth = 150;
const leastHeight = 40;
const leastQuality = 0.6;

/** Returns a reader of pictures: the author's description, then the words that the file states or, without any, the recognised ones. It recognises each picture once. */
export function createPictureReader(
  archive: Pick<Archive, "bytes">,
  source: ReaderInput,
  builder: Pick<DocumentBuilder, "warnings">,
): PictureReader {
  const seen = new Set<string>();
  let recognised = 0;
  let failed = false;

  async function textOn(path: string): Promise<string> {
    const bytes = await archive.bytes(path);
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
    async read({ path, description, words = "" }) {
      const told = isWrittenDescription(description) ? description.trim() : "";
      if (path && seen.has(path)) return "";
      if (path) seen.add(path);
      const text = words !== "" || !path ? words : await textOn(path);
      return [told, text].filter((each) => each !== "").join("\n");
    },
  };
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
