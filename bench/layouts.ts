import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createReader } from "@besunny/reading/pool/reader";
import { layouts as pagesOf } from "./layouts/kinds";
import type { Layout } from "./layouts/pen";
import { addPage, noScore, type Score } from "./layouts/score";
import { readingChild } from "./reading-child";
import type { Report } from "./report";

type Options = { count?: string; seed?: string; only?: string; dir?: string };

/**
 * `bench layouts`: reads made pages whose words, order and tables are known. Pages with a fault are named on stderr, and with `--dir` all pages
 * are kept there.
 */
export async function layouts({ count = "200", seed = "1", only, dir }: Options): Promise<Report> {
  const folder = dir ?? (await mkdtemp(join(tmpdir(), "bench-layouts-")));
  await mkdir(folder, { recursive: true });
  const reader = createReader({ childEntry: await readingChild(), concurrency: 1 });
  const scores = new Map<string, Score>();
  let index = 0;
  for await (const layout of pagesOf(Number(count), Number(seed))) {
    index += 1;
    if (only && !layout.kind.startsWith(only)) continue;
    const score = scores.get(layout.kind) ?? noScore();
    scores.set(layout.kind, score);
    const name = `${String(index).padStart(4, "0")}-${layout.kind}.pdf`;
    const isRight = addPage(score, layout, await readLayout(reader, layout, join(folder, name)));
    if (!isRight) console.error(`faulty: ${name}`);
  }
  await reader.close();
  if (!dir) await rm(folder, { recursive: true });
  return reportOf(scores);
}

async function readLayout(reader: ReturnType<typeof createReader>, { pdf }: Layout, path: string) {
  await writeFile(path, pdf);
  const outputDirectory = await mkdtemp(join(tmpdir(), "bench-layouts-"));
  const model = await reader
    .read({ path, fileName: "page.pdf", outputDirectory })
    .catch(() => null);
  await rm(outputDirectory, { recursive: true });
  return model;
}

function reportOf(scores: Map<string, Score>): Report {
  const report: Report = {};
  const all = noScore();
  for (const [kind, score] of scores) {
    for (const key of Object.keys(all) as (keyof Score)[]) all[key] += score[key];
    Object.assign(report, figuresOf(kind, score));
  }
  return { ...report, ...figuresOf("all", all) };
}

function figuresOf(kind: string, score: Score): Report {
  const share = (part: number, whole: number) =>
    whole === 0 ? 1 : Math.round((part / whole) * 10_000) / 10_000;
  return {
    [`${kind}_pages`]: score.pages,
    [`${kind}_words`]: share(score.found, score.words),
    [`${kind}_order`]: share(score.inOrder, score.pairs),
    [`${kind}_together`]: share(score.together, score.neighbours),
    ...(score.tables > 0 && { [`${kind}_tables`]: share(score.exact, score.tables) }),
    [`${kind}_false_tables`]: score.falseTables,
  };
}
