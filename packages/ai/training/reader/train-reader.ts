import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { weightsPath } from "../../src/minilm/minilm-files";
import type { WordPieces } from "../../src/minilm/word-pieces";
import { cuadRows } from "./cuad-rows";
import { withoutAnswers } from "./negatives";
import { ownRows } from "./own/own-rows";
import type { ReaderRow } from "./rows";
import { squadRows } from "./squad-sets";
import { writeRows } from "./write-rows";

/**
 * Trains the reader on the sets in `folder`. The rows are written once to `cache`. `train.py` trains adapters and heads, which
 * become `src/models/reader.json`. It needs Python with PyTorch; `python` names the interpreter.
 */
export async function trainReader(
  split: WordPieces,
  folder: string,
  {
    cache = join(folder, "cache"),
    python = "python3",
  }: { cache?: string | undefined; python?: string | undefined },
): Promise<void> {
  if (!existsSync(join(cache, "rows.jsonl"))) {
    const sets = [...(await cuadRows()), ...squadRows(folder)];
    // Our own papers bring their questions without an answer. A changed one might be answered: they name both parties.
    const all = [...ownRows(), ...sets, ...withoutAnswers(sets, 5)];
    console.log(counted(all));
    writeRows(all, cache, split);
  }
  const script = fileURLToPath(new URL("./train.py", import.meta.url));
  const model = fileURLToPath(new URL("../../src/models/reader.json", import.meta.url));
  const { status } = spawnSync(python, [script, cache, weightsPath, model], { stdio: "inherit" });
  if (status !== 0) throw new Error("The reader was not trained");
}

function counted(rows: readonly ReaderRow[]): string {
  return [...Map.groupBy(rows, ({ set }) => set)]
    .map(([set, own]) => {
      const answered = own.filter(({ spans }) => spans.length > 0).length;
      return `${set}: ${answered} answered, ${own.length - answered} not`;
    })
    .join("\n");
}
