import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** A passage that is searched, with its document's title. */
export type SetPassage = {
  id: string;
  document: string;
  number: number;
  title: string;
  headingPath: string[];
  text: string;
};

/**
 * `wanted` holds the grade of each passage that a query should find, or of each document if the set is one of documents. Only the documents
 * of `within` are searched, all if it is absent.
 */
export type SetQuery = {
  text: string;
  wanted: ReadonlyMap<string, number>;
  within?: ReadonlySet<string>;
};

export type RetrievalSet = { passages: SetPassage[]; queries: SetQuery[] };

type BeirRow = { _id: string; title?: string; text: string };
type Squad = {
  data: { title?: string; paragraphs: { context: string; qas: { question: string }[] }[] }[];
};

/** Reads a folder in the form of BEIR: corpus.jsonl, queries.jsonl and qrels/test.tsv. */
export async function readBeir(directory: string): Promise<RetrievalSet> {
  const grades = new Map<string, Map<string, number>>();
  const judged = await readFile(join(directory, "qrels/test.tsv"), "utf8");
  for (const line of judged.trim().split("\n").slice(1)) {
    const [query = "", passage = "", grade = "0"] = line.trim().split("\t");
    const own = grades.get(query) ?? new Map<string, number>();
    grades.set(query, own.set(passage, Number(grade)));
  }
  const queries = await rows(join(directory, "queries.jsonl"));
  const corpus = await rows(join(directory, "corpus.jsonl"));
  return {
    passages: corpus.map(({ _id, title = "", text }) => alone(_id, title, text)),
    queries: queries.flatMap(({ _id, text }) => {
      const wanted = grades.get(_id);
      return wanted ? [{ text, wanted }] : [];
    }),
  };
}

/** Reads a file in the form of SQuAD: each question wants the paragraph that it is asked of. */
export async function readSquad(path: string): Promise<RetrievalSet> {
  const { data }: Squad = JSON.parse(await readFile(path, "utf8"));
  const paragraphs = data.flatMap((article) => article.paragraphs);
  return {
    passages: paragraphs.map(({ context }, index) => alone(`${index}`, "", context)),
    queries: paragraphs.flatMap(({ qas }, index) =>
      qas.map(({ question }) => ({ text: question, wanted: new Map([[`${index}`, 1]]) })),
    ),
  };
}

/** A document of one passage. */
function alone(id: string, title: string, text: string): SetPassage {
  return { id, document: id, number: 0, title, headingPath: [], text };
}

async function rows(path: string): Promise<BeirRow[]> {
  const text = await readFile(path, "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}
