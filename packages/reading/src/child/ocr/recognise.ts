import sharp from "sharp";
import type { Box, Page } from "../../document-model";
import type { PlacedWord } from "../layout/placed";
import type { Source } from "../read-file";
import { type RecognitionEngine, recognitionEngine, type SeenLine } from "./engine";

export type Recognised = { words: PlacedWord[]; quality: Page["quality"] };

type Image = { png: Buffer; width: number; height: number };

/** Words in pixels of the image as given, whichever way up the text on it stands. */
export async function recognise(
  image: Image,
  source: Pick<Source, "recognising" | "nativeTools">,
): Promise<Recognised> {
  if (await isBlank(image.png))
    return { words: [], quality: { score: 0, reasons: ["The page is blank."] } };
  source.recognising();
  const engine = await recognitionEngine(source);
  let best = { turns: 0, lines: await engine.recognise(image.png) };
  if (scoreOf(best.lines) < clearScore) {
    source.recognising();
    for (const turns of await likelyTurns(image, engine)) {
      const lines = await engine.recognise(await turned(image.png, turns));
      if (scoreOf(lines) > scoreOf(best.lines)) best = { turns, lines };
      if (scoreOf(best.lines) >= clearScore) break;
    }
  }
  const lines = best.lines.map(withoutNoise).filter(({ words }) => words.length > 0);
  return {
    words: lines.flatMap((line) => placed(line, best.turns, image)),
    quality: qualityOf(lines),
  };
}

async function isBlank(png: Buffer): Promise<boolean> {
  const { channels } = await sharp(png).stats();
  return channels.every(({ stdev }) => stdev < 1.5);
}

/** Turned text gives a few doubtful words: what counts is how many characters stand in sure words of some length. */
const clearScore = 60;

function scoreOf(lines: SeenLine[]): number {
  let sure = 0;
  let all = 0;
  for (const { words } of lines)
    for (const { text, confidence } of words) {
      all += text.length;
      if (confidence > 60 && /[\p{L}\p{N}]{2}/u.test(text)) sure += text.length;
    }
  if (all === 0) return 0;
  return (100 * sure * Math.min(1, sure / 20)) / all;
}

const tried = 1_400;

/** The turns to try, likeliest first, by how each reads on a small copy. */
async function likelyTurns(
  { png, width, height }: Image,
  engine: RecognitionEngine,
): Promise<number[]> {
  const scale = Math.min(1, tried / Math.max(width, height));
  const small = await sharp(png)
    .resize(Math.round(width * scale))
    .png()
    .toBuffer();
  const scores: { turns: number; score: number }[] = [];
  for (const turns of [2, 1, 3])
    scores.push({ turns, score: scoreOf(await engine.recognise(await turned(small, turns))) });
  return scores
    .filter(({ score }) => score > 25)
    .sort((a, b) => b.score - a.score)
    .map(({ turns }) => turns);
}

function turned(png: Buffer, turns: number): Promise<Buffer> {
  return sharp(png)
    .rotate(turns * 90)
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** Specks and rules come out as lone signs of which the engine itself is unsure. */
function withoutNoise({ box, words }: SeenLine): SeenLine {
  const kept = words.filter(
    ({ text, confidence }) => confidence >= 30 && (confidence >= 60 || /[\p{L}\p{N}]/u.test(text)),
  );
  return { box, words: kept };
}

function placed({ box: line, words }: SeenLine, turns: number, image: Image): PlacedWord[] {
  return words.map(({ text, box }) => ({
    text: text.normalize("NFKC").replace(/\s+/g, ""),
    box: turnedBack(box, turns, image),
    at: [box[0], line[1], box[2], Math.max(1, line[3])],
    size: Math.max(1, line[3] * 0.75),
    isBold: false,
    isGlued: false,
  }));
}

/** From the image turned clockwise by quarter turns to the image as given. */
function turnedBack([x, y, width, height]: Box, turns: number, image: Image): Box {
  if (turns === 1) return [y, image.height - x - width, height, width];
  if (turns === 2) return [image.width - x - width, image.height - y - height, width, height];
  if (turns === 3) return [image.width - y - height, x, height, width];
  return [x, y, width, height];
}

function qualityOf(lines: SeenLine[]): Page["quality"] {
  const words = lines.flatMap((line) => line.words);
  if (words.length === 0) return { score: 0, reasons: ["No text was recognised."] };
  const mean = words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;
  const reasons =
    mean < 75 ? [`The text was recognised with little certainty (${Math.round(mean)} %).`] : [];
  return { score: Math.round(mean) / 100, reasons };
}
