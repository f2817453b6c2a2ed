import type { Box, Page } from "../../document-model";
import type { Source } from "../read-file";
import type { SeenLine } from "./engine";
import { flattened } from "./flatten";
import { type Grey, isBlank } from "./grey";
import { lettersOf } from "./letters";
import { mendWords } from "./mend-words";
import { readUpright } from "./read-upright";
import { recognitionEngine } from "./recognition-engine";

/** Lines in the frame of the upright picture; `back` leads from there to the picture as given. */
export type Recognised = {
  lines: SeenLine[];
  quality: Page["quality"];
  width: number;
  height: number;
  /** Pixels of the upright picture to one of the picture as given. */
  scale: number;
  back(box: Box): Box;
};

/** Reads a picture whichever way up the text on it stands and however it is tilted. */
export async function recognise(
  given: Grey,
  source: Pick<Source, "recognising" | "nativeTools" | "languages">,
): Promise<Recognised> {
  if (isBlank(given)) return nothing(given, "The page is blank.");
  source.recognising();
  const engine = await recognitionEngine(source);
  const paper = await flattened(given);
  const letters = lettersOf(paper);
  const { upright, lines: seen } = await readUpright({ paper, letters, engine, source });
  const lines = seen.map(mendWords).filter(({ words }) => words.length > 0);
  if (lines.length === 0) return nothing(given, "No text was recognised.");
  const { width, height } = upright.picture;
  const { scale, back } = upright;
  return { lines, quality: qualityOf(lines), width, height, scale, back };
}

function nothing({ width, height }: Grey, reason: string): Recognised {
  const quality = { score: 0, reasons: [reason] };
  return { lines: [], quality, width, height, scale: 1, back: (box) => box };
}

function qualityOf(lines: SeenLine[]): Page["quality"] {
  const words = lines.flatMap((line) => line.words);
  const mean = words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;
  const reasons =
    mean < 75 ? [`The text was recognised with little certainty (${Math.round(mean)} %).`] : [];
  return { score: Math.round(mean) / 100, reasons };
}
