import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { indexScope } from "../src/index/index-scope";
import { sqliteStore } from "../src/index/sqlite-store";
import { DIMENSIONS, EMBEDDING_MODEL } from "../src/minilm/embedding-model";
import { data, hasData } from "../training/data";
import { encoder } from "./encoder";

const QUERIES = 120;
const DOCUMENTS = 1_000;
const CUT = 10;

// Uses a part of SciFact: the abstracts that the queries want, and others to fill up.
if (hasData) await run();
else console.log("retrieval: skipped, the third-party files are not here");
await encoder.close();

async function run(): Promise<void> {
  const wanted = new Map<string, Map<string, number>>();
  for (const line of readFileSync(data("scifact/qrels/test.tsv"), "utf8")
    .trim()
    .split("\n")
    .slice(1)) {
    const [query = "", document = "", grade = "0"] = line.trim().split("\t");
    wanted.set(query, (wanted.get(query) ?? new Map()).set(document, Number(grade)));
  }
  const texts = new Map(rows("scifact/queries.jsonl").map(({ _id, text }) => [_id, text]));
  const chosen = [...wanted.keys()].slice(0, QUERIES);
  const relevant = new Set(chosen.flatMap((query) => [...(wanted.get(query)?.keys() ?? [])]));
  const corpus = rows("scifact/corpus.jsonl");
  const documents = [
    ...corpus.filter(({ _id }) => relevant.has(_id)),
    ...corpus.filter(({ _id }) => !relevant.has(_id)),
  ].slice(0, DOCUMENTS);

  const folder = mkdtempSync(join(tmpdir(), "besunny-retrieval-"));
  const store = sqliteStore({
    path: join(folder, "index.sqlite"),
    model: EMBEDDING_MODEL,
    dimensions: DIMENSIONS,
  });
  for (const { _id, title, text } of documents) {
    const whole = `${title}. ${text}`;
    const payload = {
      projectIds: [],
      access: ["ws"],
      type: null,
      status: "ready",
      language: "en",
      createdAt: "2026-01-01",
      page: 1,
    };
    store.replaceDocument("wsp", _id, [
      { documentId: _id, number: 0, vector: await encoder.encode(whole), text: whole, payload },
    ]);
  }
  const scope = indexScope("wsp", ["ws"]);
  const scores = { hybrid: 0, dense: 0, lexical: 0 };
  for (const query of chosen) {
    const text = texts.get(query) ?? "";
    const vector = await encoder.encode(text);
    const grades = wanted.get(query) ?? new Map<string, number>();
    const hits = store.search(scope, { vector, text, limit: 100 });
    const by = (leg: "dense" | "lexical") =>
      [...hits].sort((a, b) => (b.why[leg] ?? -1) - (a.why[leg] ?? -1));
    scores.hybrid += gain(hits, grades);
    scores.dense += gain(store.search(scope, { vector, text: "", limit: CUT }), grades);
    scores.lexical += gain(by("lexical"), grades);
  }
  const of = (score: number) => ((100 * score) / chosen.length).toFixed(1);
  console.log(
    `retrieval, SciFact, ${documents.length} abstracts, ${chosen.length} queries, nDCG@10: hybrid ${of(scores.hybrid)}, dense ${of(scores.dense)}, lexical ${of(scores.lexical)}`,
  );
  store.close();
  rmSync(folder, { recursive: true });
}

function gain(
  hits: readonly { documentId: string }[],
  grades: ReadonlyMap<string, number>,
): number {
  const discounted = (values: readonly number[]) =>
    values.slice(0, CUT).reduce((sum, value, rank) => sum + value / Math.log2(rank + 2), 0);
  const ideal = discounted([...grades.values()].sort((a, b) => b - a));
  return ideal === 0
    ? 0
    : discounted(hits.map(({ documentId }) => grades.get(documentId) ?? 0)) / ideal;
}

function rows(path: string): { _id: string; title: string; text: string }[] {
  return readFileSync(data(path), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}
