import type { Box, Page } from "@besunny/document-model/parsed-document";
import type { ReaderInput } from "../contract/reader-input";
import type { SeenLine } from "./engine/engine";
import { hasSmallNetwork, type Network } from "./engine/languages";
import { likelyLanguage } from "./engine/likely-language";
import { mendWords } from "./engine/mend-words";
import { recognitionEngine } from "./engine/recognition-engine";
import { secondLook } from "./engine/second-look";
import { drawnLines } from "./image/drawn-lines";
import { flattened } from "./image/flatten";
import { type Grey, isBlank } from "./image/grey";
import { lettersOf } from "./image/letters";
import { uprightPicture } from "./image/upright";
import { type Reading, readUpright, scoreOf } from "./read-upright";

/** Lines in the frame of the upright picture. `back` converts a box to the picture as given. */
export type Recognised = {
  lines: SeenLine[];
  /** The lines that are drawn on the picture, in the same frame. */
  rules: Box[];
  quality: Page["quality"];
  width: number;
  height: number;
  /** The number of pixels of the upright picture per pixel of the picture as given. */
  scale: number;
  back(box: Box): Box;
};

type Reader = Pick<ReaderInput, "recognising" | "nativeTools" | "languages">;

/** The largest size that improves reading; about a page at 300 dots per inch. */
const enoughPixels = 9_000_000;

/** Reads a picture with text at any turn and tilt. */
export async function recognise(given: Grey, source: Reader): Promise<Recognised> {
  if (isBlank(given)) return nothing(given, "The page is blank.");
  source.recognising();
  const scale = Math.min(1, Math.sqrt(enoughPixels / (given.width * given.height)));
  const shrunk = await uprightPicture(given, { degrees: 0, scale, softness: 0 });
  const { upright, lines: seen } = await inItsLanguage(shrunk.picture, source);
  const lines = seen.map(mendWords).filter(({ words }) => words.length > 0);
  if (lines.length === 0) return nothing(given, "No text was recognised.");
  return {
    lines,
    rules: drawnLines(upright.picture),
    quality: qualityOf(lines),
    width: upright.picture.width,
    height: upright.picture.height,
    scale: scale * upright.scale,
    back: (box) => shrunk.back(upright.back(box)),
  };
}

/**
 * Reads in the first language. If the text looks like another of the languages, reads once more in that language. A page with many letters is
 * read with the small network, and its unsure words again with the large one.
 */
async function inItsLanguage(picture: Grey, source: Reader): Promise<Reading> {
  const { languages = ["eng"], nativeTools } = source;
  const engineFor = (language: string, network: Network) =>
    recognitionEngine({ nativeTools, language, network });
  const [first = "eng"] = languages;
  const paper = flattened(picture);
  const letters = lettersOf(paper);
  const network = letters.length < manyLetters ? "large" : "small";
  const engine = await engineFor(first, network);
  let reading = await readUpright({ paper, letters, engine, source });
  let language = first;
  const likely = languages.length > 1 ? likelyLanguage(textOf(reading), languages) : null;
  if (likely !== null && likely !== first) {
    source.recognising();
    const other = await engineFor(likely, network);
    const lines = await other.recognise(reading.upright.picture, "columns");
    const score = scoreOf(lines);
    if (score >= reading.score) [reading, language] = [{ ...reading, lines, score }, likely];
  }
  if (network === "large" || !hasSmallNetwork(language)) return reading;
  const lines = await secondLook(reading.lines, reading.upright.picture, {
    recognise: async (...sheet) => {
      source.recognising();
      return (await engineFor(language, "large")).recognise(...sheet);
    },
  });
  return { ...reading, lines };
}

/** With fewer letters a second look costs as much as the small network saves. Receipts have about 700, pages of prose about 3,000. */
const manyLetters = 1_500;

function textOf({ lines }: Reading): string {
  return lines.flatMap(({ words }) => words.map((word) => word.text)).join(" ");
}

function nothing({ width, height }: Grey, reason: string): Recognised {
  const quality = { score: 0, reasons: [reason] };
  return { lines: [], rules: [], quality, width, height, scale: 1, back: (box) => box };
}

function qualityOf(lines: SeenLine[]): Page["quality"] {
  const words = lines.flatMap((line) => line.words);
  const mean = words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;
  const reasons =
    mean < 75 ? [`The text was recognised with little certainty (${Math.round(mean)} %).`] : [];
  return { score: Math.round(mean) / 100, reasons };
}
