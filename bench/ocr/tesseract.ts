import { execFile, spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import type { Found } from "./score";

export function hasTesseract(): Promise<boolean> {
  return new Promise((resolve) => {
    execFile("tesseract", ["--version"], (error) => resolve(!error));
  });
}

/** Plain native tesseract on the file itself, as anybody would call it. */
export async function tesseractWords(
  image: string,
  { segmentation, languages }: { segmentation: number; languages: string[] },
): Promise<Found> {
  const rules = ["-l", languages.join("+"), "--psm", String(segmentation), "tsv"];
  const command = ["tesseract", image, "stdout", ...rules];
  // The shell's own `times` tells what its children spent; Node does not.
  const shell = spawn("sh", ["-c", '"$@" 2>/dev/null; times >&2', "sh", ...command], {
    env: { ...process.env, OMP_THREAD_LIMIT: "1", LC_ALL: "C" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [tsv, times] = await Promise.all([text(shell.stdout), text(shell.stderr)]);
  const words = tsv
    .split("\n")
    .map((row) => row.split("\t"))
    .filter(([level, ...rest]) => level === "5" && rest.at(-1)?.trim())
    .map((row) => {
      const [left = 0, top = 0, width = 0, height = 0] = row.slice(6, 10).map(Number);
      return { text: row.at(-1) ?? "", x: left + width / 2, y: top + height / 2 };
    });
  return { words, text: words.map((word) => word.text).join(" "), cpuSeconds: spentIn(times) };
}

/** The last line: user and system time of the children, as 0m1.25s each. */
function spentIn(times: string): number {
  const ended = times.trim().split("\n").at(-1) ?? "";
  const parts = [...ended.matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}
