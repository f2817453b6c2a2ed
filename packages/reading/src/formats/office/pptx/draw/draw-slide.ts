import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { PptxRenderer } from "pptx-svg";
import { openArchive } from "../../../../archive/archive";
import type { Limits } from "../../../../contract/limits";
import { ReadingError } from "../../../../contract/reading-error";
import { corrupt } from "../../../../contract/refusals";
import { parseXml } from "../../../../xml/xml";
import { cleanSvg } from "../../../pictures/clean-svg";
import { measureOfFonts } from "../../../pictures/fonts";
import { rasterise } from "../../../pictures/rasterise";
import { mainPart, readRelations } from "../../relations";
import { createLayouts } from "../layouts";
import { slidesOf } from "../slides";
import { spellBullets } from "./bullets";
import { inherit } from "./inherit";
import { packed, takeSlide } from "./one-slide";

type Wanted = { page: number; width: number; limits: Limits };

/** Draws a slide (from 1) of a PPTX as PNG, `width` pixels wide. Throws `ReadingError`. */
export async function drawSlide(
  bytes: Buffer,
  { page, width, limits }: Wanted,
): Promise<Uint8Array> {
  const svg = await slideSvg(bytes, { page, limits });
  try {
    return await rasterise(svg, { width });
  } catch (cause) {
    throw undrawable(page, cause);
  }
}

/** Returns a slide (from 1) of a PPTX as SVG, with the fonts that `rasterise` has. Throws `ReadingError`. */
export async function slideSvg(
  bytes: Buffer,
  { page, limits }: Omit<Wanted, "width">,
): Promise<string> {
  const archive = await openArchive(bytes, limits);
  const part = await mainPart(archive, /^ppt\/presentation\.xml$/);
  if (!part) throw corrupt("The presentation");
  const slides = slidesOf(
    parseXml(await archive.text(part)),
    await readRelations(archive, part),
    archive,
  );
  const slide = slides[page - 1]?.toLowerCase();
  if (!slide) throw undrawable(page);
  try {
    const relations = await readRelations(archive, slide);
    const one = await takeSlide(archive, part, slide);
    const layout = await createLayouts(archive)(relations);
    await spellBullets(one);
    await inherit({ archive, one, relations, layout });
    return cleanSvg(await drawn(packed(one)));
  } catch (cause) {
    if (cause instanceof ReadingError) throw cause;
    throw undrawable(page, cause);
  }
}

async function drawn(presentation: Uint8Array<ArrayBuffer>): Promise<string> {
  const renderer = new PptxRenderer({ measureText: await measureOfFonts(), logLevel: "silent" });
  await renderer.init(await readFile(fileURLToPath(import.meta.resolve("pptx-svg/wasm"))));
  await renderer.loadPptx(presentation.buffer);
  const svg = renderer.renderSlideSvg(0);
  if (!svg.startsWith("<svg")) throw new Error(svg.slice(0, 200));
  return svg;
}

function undrawable(page: number, cause?: unknown): ReadingError {
  return new ReadingError(
    "CORRUPT",
    `Slide ${page} cannot be drawn.`,
    "Look at its text instead.",
    { cause },
  );
}
