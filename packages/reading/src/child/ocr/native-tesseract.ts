import { execFile, spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { layoutModes, type RecognitionEngine, type SeenLine } from "./engine";
import { asPgm, type Grey } from "./grey";

/** The machine's own tesseract; null where there is none that knows all these languages. */
export async function createNativeTesseract(
  languages: readonly string[],
  { program = "tesseract", timeoutSeconds = 60 } = {},
): Promise<RecognitionEngine | null> {
  const known = await knownLanguages(program);
  if (!languages.every((language) => known.has(language))) return null;
  return {
    recognise: async (picture, layout) =>
      parseTsv(
        await run(program, picture, {
          timeoutSeconds,
          rules: ["-l", languages.join("+"), "--psm", String(layoutModes[layout])],
        }),
      ),
  };
}

function knownLanguages(program: string): Promise<Set<string>> {
  return new Promise((resolve) => {
    execFile(
      program,
      ["--list-langs"],
      { timeout: 5_000, killSignal: "SIGKILL" },
      (error, stdout) => resolve(new Set(error ? [] : stdout.split(/\s+/))),
    );
  });
}

/** Told the resolution, tesseract need not guess at it; the pictures are scaled to about this one. */
const dotsPerInch = 300;

async function run(
  program: string,
  picture: Grey,
  { rules, timeoutSeconds }: { rules: string[]; timeoutSeconds: number },
): Promise<string> {
  const tool = spawn(program, ["stdin", "stdout", ...rules, "--dpi", String(dotsPerInch), "tsv"], {
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
