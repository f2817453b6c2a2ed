import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

export type PeerPages = { pages: string[]; cpuSeconds: number };

/** Returns the pages that poppler's `pdftotext` reads, in its own reading order; null if it is not installed or cannot read the file. */
export async function peerPagesOf(path: string): Promise<PeerPages | null> {
  try {
    const { stdout, stderr } = await run(
      "bash",
      ["-c", 'TIMEFORMAT="%U %S"; time pdftotext -q -enc UTF-8 "$1" - 2>/dev/null', "-", path],
      { maxBuffer: 400_000_000, timeout: 120_000 },
    );
    const [user = 0, system = 0] = stderr.trim().split(/\s+/).slice(-2).map(Number);
    return { pages: stdout.split("\f").slice(0, -1), cpuSeconds: user + system };
  } catch {
    return null;
  }
}
