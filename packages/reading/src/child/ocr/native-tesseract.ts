import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import type { RecognitionEngine, SeenLine } from "./engine";

export function createNativeTesseract(): RecognitionEngine {
  return { recognise: async (png) => parseTsv(await run(png)) };
}

async function run(png: Buffer): Promise<string> {
  const tool = spawn(
    "tesseract",
    ["stdin", "stdout", "-l", "eng", "--psm", "3", "--dpi", "220", "tsv"],
    {
      stdio: ["pipe", "pipe", "ignore"],
    },
  );
  const ended = new Promise<void>((resolve, reject) => {
    tool.once("error", reject);
    tool.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`tesseract ended with ${code}`)),
    );
  });
  tool.stdin.on("error", () => undefined);
  tool.stdin.end(png);
  const [output] = await Promise.all([text(tool.stdout), ended]);
  return output;
}

/** Columns: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
export function parseTsv(tsv: string): SeenLine[] {
  const lines: SeenLine[] = [];
  for (const row of tsv.split("\n").slice(1)) {
    const [level, , , , , , left, top, width, height, confidence, ...rest] = row.split("\t");
    const box: SeenLine["box"] = [Number(left), Number(top), Number(width), Number(height)];
    if (level === "4") lines.push({ box, words: [] });
    const word = rest.join(" ").trim();
    if (level === "5" && word)
      lines.at(-1)?.words.push({ text: word, box, confidence: Number(confidence) });
  }
  return lines.filter(({ words }) => words.length > 0);
}
