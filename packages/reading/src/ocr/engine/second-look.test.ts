import { expect, test } from "vitest";
import type { Grey } from "../image/grey";
import type { SeenLine } from "./engine";
import { secondLook } from "./second-look";

const [width, height] = [200, 400];

function aLine(text: string, top: number, confidence: number): SeenLine {
  const box: SeenLine["box"] = [20, top, 100, 20];
  return { box, words: [{ text, box, confidence }] };
}

/** A picture with a dark bar where each line is. */
function aPictureOf(lines: SeenLine[]): Grey {
  const pixels = new Uint8Array(width * height).fill(255);
  for (const { box } of lines)
    for (let y = box[1]; y < box[1] + box[3]; y++)
      pixels.fill(0, y * width + box[0], y * width + box[0] + box[2]);
  return { pixels, width, height };
}

/** Reads each bar of a picture as a word. */
function anEngine(confidence: number) {
  const sheets: Grey[] = [];
  const recognise = async (sheet: Grey) => {
    sheets.push(sheet);
    const seen: SeenLine[] = [];
    const isInk = (y: number) => sheet.pixels[y * sheet.width + 50] === 0;
    for (let y = 1; y < sheet.height; y++)
      if (isInk(y) && !isInk(y - 1)) seen.push(aLine(`again ${seen.length + 1}`, y, confidence));
    return seen;
  };
  return { sheets, recognise };
}

test("reads only unsure lines again, and tells where they are in the picture", async () => {
  const lines = [aLine("sure", 40, 95), aLine("unsure", 100, 60), aLine("blurred", 300, 40)];
  const engine = anEngine(90);
  const seen = await secondLook(lines, aPictureOf(lines), engine);
  expect(seen.map(({ words }) => words[0]?.text)).toEqual(["sure", "again 1", "again 2"]);
  expect(seen.map(({ words }) => words[0]?.box)).toEqual(lines.map(({ box }) => box));
  expect(engine.sheets[0]?.height).toBeLessThan(height / 3);
});

test("keeps the first reading of a line if the second is less sure", async () => {
  const lines = [aLine("unsure", 100, 60)];
  expect(await secondLook(lines, aPictureOf(lines), anEngine(50))).toEqual(lines);
});

test("does not start the second engine for sure lines, or for signs without letters", async () => {
  const engine = anEngine(90);
  const lines = [aLine("sure", 40, 95), aLine("—", 100, 20)];
  expect(await secondLook(lines, aPictureOf(lines), engine)).toEqual(lines);
  expect(engine.sheets).toEqual([]);
});
