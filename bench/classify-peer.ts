import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const script = fileURLToPath(new URL("classify-peer.py", import.meta.url));
const CHARACTERS_READ = 24_000;
const MOST_OUTPUT = 64_000_000;

/** A text, its type, and the fold that holds it out. Texts without a fold are only learned from. */
export type PeerText = { text: string; type: string; fold: number | null };

const run = promisify(execFile);

/** Returns the Python that has scikit-learn, or null where none does: that of `PYTHON`, or else `python3`. */
export async function peerPython(): Promise<string | null> {
  const python = process.env.PYTHON ?? "python3";
  const isThere = await run(python, ["-c", "import sklearn"]).then(
    () => true,
    () => false,
  );
  if (isThere) return python;
  console.error(`${python} has no scikit-learn: no peer. PYTHON can name another Python.`);
  return null;
}

/** Returns what TF-IDF and a linear SVM of scikit-learn say of the texts that have a fold, in their order. */
export async function peerGuesses(python: string, texts: readonly PeerText[]): Promise<string[]> {
  const folds = [...new Set(texts.map(({ fold }) => fold).filter((fold) => fold !== null))];
  const indices = (test: (fold: number | null) => boolean) =>
    [...texts.keys()].filter((index) => test(texts[index]?.fold ?? null));
  const tested = folds.map((fold) => indices((each) => each === fold));
  const directory = await mkdtemp(join(tmpdir(), "bench-classify-"));
  const path = join(directory, "texts.json");
  await writeFile(
    path,
    JSON.stringify({
      texts: texts.map(({ text }) => text.slice(0, CHARACTERS_READ)),
      labels: texts.map(({ type }) => type),
      folds: folds.map((fold, at) => ({
        train: indices((each) => each !== fold),
        test: tested[at],
      })),
    }),
  );
  const { stdout } = await run(python, [script, path], { maxBuffer: MOST_OUTPUT });
  await rm(directory, { recursive: true });
  const answers: { label: string }[] = JSON.parse(stdout);
  const byIndex = new Map(tested.flat().map((index, at) => [index, answers[at]?.label ?? ""]));
  return indices((fold) => fold !== null).map((index) => byIndex.get(index) ?? "");
}
