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
      if (isInk(y) && !isInk(y - 1)) {
        let left = 0;
        while (sheet.pixels[y * sheet.width + left] !== 0) left++;
        const box: SeenLine["box"] = [left, y, 100, 20];
        const text = `again ${seen.length + 1}`;
        seen.push({ box, words: [{ text, box, confidence }] });
      }
    return seen;
  };
  return { sheets, recognise };
}

test("reads only unsure words again, and tells where they are in the picture", async () => {
  const lines = [aLine("sure", 40, 95), aLine("unsure", 100, 60), aLine("blurred", 300, 40)];
  const engine = anEngine(90);
  const seen = await secondLook(lines, aPictureOf(lines), engine);
  expect(seen.map(({ words }) => words[0]?.text)).toEqual(["sure", "again 1", "again 2"]);
  expect(seen.map(({ words }) => words[0]?.box)).toEqual(lines.map(({ box }) => box));
  expect(engine.sheets[0]?.height).toBeLessThan(height / 3);
});

test("puts the second reading of neighbours between the sure words of their line", async () => {
  const box: SeenLine["box"] = [20, 40, 160, 20];
  const words = ["Dear", "nei", "ghb", "Ann"].map((text, index) => ({
    text,
    box: [20 + 40 * index, 40, 30, 20] satisfies SeenLine["box"],
    confidence: index % 3 === 0 ? 95 : 50,
  }));
  const [line] = await secondLook([{ box, words }], aPictureOf([{ box, words }]), anEngine(90));
  expect(line?.words.map(({ text }) => text)).toEqual(["Dear", "again 1", "Ann"]);
});

test("keeps the first reading of a word if the second is less sure", async () => {
  const lines = [aLine("unsure", 100, 60)];
  expect(await secondLook(lines, aPictureOf(lines), anEngine(50))).toEqual(lines);
});

test("does not start the second engine for sure words, or for signs without letters", async () => {
  const engine = anEngine(90);
  const lines = [aLine("sure", 40, 95), aLine("—", 100, 20)];
  expect(await secondLook(lines, aPictureOf(lines), engine)).toEqual(lines);
  expect(engine.sheets).toEqual([]);
});
