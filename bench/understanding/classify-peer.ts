import { readFile } from "node:fs/promises";

import { askPeer } from "./ask-peer";

const CHARACTERS_READ = 24_000;

/** A text, its type, and the fold that holds it out. Texts without a fold are only learned from. */
export type PeerText = { text: string; type: string; fold: number | null };

/** True if a Python for the peer is named. Its scikit-learn learns from all texts, which takes time to read. */
export function hasPeer(): boolean {
  return Boolean(process.env.PYTHON);
}

/**
 * Returns what TF-IDF and a linear SVM of scikit-learn say of the texts that have a fold, in their order. Null if the Python that `PYTHON` names
 * cannot say it.
 */
export async function peerGuesses(texts: readonly PeerText[]): Promise<string[] | null> {
  const folds = [...new Set(texts.map(({ fold }) => fold).filter((fold) => fold !== null))];
  const indices = (test: (fold: number | null) => boolean) =>
    [...texts.keys()].filter((index) => test(texts[index]?.fold ?? null));
  const tested = folds.map((fold) => indices((each) => each === fold));
  const answers = await askPeer(
    "classify",
    await readFile(new URL("classify-peer.py", import.meta.url), "utf8"),
    {
      texts: texts.map(({ text }) => text.slice(0, CHARACTERS_READ)),
      labels: texts.map(({ type }) => type),
      folds: folds.map((fold, at) => ({
        train: indices((each) => each !== fold),
        test: tested[at],
      })),
    },
  );
  if (!Array.isArray(answers)) return null;
  const byIndex = new Map(tested.flat().map((index, at) => [index, String(answers[at])]));
  return indices((fold) => fold !== null).map((index) => byIndex.get(index) ?? "");
}
