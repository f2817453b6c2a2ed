import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SentenceEncoder } from "../../src/minilm/sentence-encoder";
import { cuadRows } from "./cuad-rows";
import { withoutAnswers } from "./negatives";
import { ownRows } from "./own/own-rows";
import type { ReaderRow } from "./rows";
import { squadRows } from "./squad-sets";
import { writeCache } from "./write-cache";

/**
 * Trains the reader on the sets in `folder`. Vectors are written once to `cache`; the head is trained by `train.py`, which needs Python with JAX
 * (`python` names the interpreter), and becomes `src/models/reader.json`.
 */
export async function trainReader(
  encoder: SentenceEncoder,
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
    await writeCache(all, cache, encoder);
  }
  const script = fileURLToPath(new URL("./train.py", import.meta.url));
  const model = fileURLToPath(new URL("../../src/models/reader.json", import.meta.url));
  const { status } = spawnSync(python, [script, cache, model], { stdio: "inherit" });
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
