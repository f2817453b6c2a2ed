import { execFile, spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { asPgm, type Grey } from "../image/grey";
import { layoutModes, type RecognitionEngine, type SeenLine } from "./engine";
import { modelsOf, type Network } from "./languages";

/**
 * Starts the machine's own tesseract with the models from npm, which read better than those that most systems install. Returns null if no
 * tesseract works.
 */
export async function createNativeTesseract(
  languages: readonly string[],
  {
    program = "tesseract",
    timeoutSeconds = 60,
    network = "large",
  }: { program?: string; timeoutSeconds?: number; network?: Network } = {},
): Promise<RecognitionEngine | null> {
  if (!(await isThere(program))) return null;
  const models = await modelsOf(languages, network);
  const rules = ["--tessdata-dir", models, "-l", languages.join("+"), ...always];
  return {
    recognise: async (picture, layout) =>
      parseTsv(
        await run(program, picture, {
          timeoutSeconds,
          rules: [...rules, "--psm", String(layoutModes[layout])],
        }),
      ),
  };
}

/** With a given resolution, tesseract does not guess the resolution. */
const always = ["--dpi", "300", "-c", "tessedit_create_tsv=1"];

function isThere(program: string): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(program, ["--version"], { timeout: 5_000, killSignal: "SIGKILL" }, (error) =>
      resolve(!error),
    );
  });
}

async function run(
  program: string,
  picture: Grey,
  { rules, timeoutSeconds }: { rules: string[]; timeoutSeconds: number },
): Promise<string> {
  const tool = spawn(program, ["stdin", "stdout", ...rules], {
    stdio: ["pipe", "pipe", "ignore"],
    timeout: timeoutSeconds * 1_000,
    killSignal: "SIGKILL",
  });
  const ended = new Promise<void>((resolve, reject) => {
    tool.once("error", reject);
    tool.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`tesseract ended with ${code}`)),
    );
  });
  tool.stdin.on("error", () => undefined);
  tool.stdin.end(asPgm(picture));
  const [output] = await Promise.all([text(tool.stdout), ended]);
  return output;
}

/** Parses tesseract's table. Its columns: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
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
