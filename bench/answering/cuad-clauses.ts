import { tmpdir } from "node:os";
import { join } from "node:path";
import { answerOf } from "@besunny/ai/answering/answer-from";
import { readAnswers } from "@besunny/ai/answering/read-answers";
import { loadSentenceEncoder } from "@besunny/ai/minilm/sentence-encoder";
import { clauseKinds } from "@besunny/ai/training/reader/clause-kinds";
import { cuadContracts } from "@besunny/ai/training/reader/cuad-clauses";
import { sentencesOfText } from "@besunny/document-model/sentences";
import { percentile, type Report } from "../report";
import { cutFiles } from "../retrieval/cuts";
import { indexOf } from "../retrieval/set-index";
import { openVectors } from "../retrieval/vectors";
import { spread } from "../spread";
import { bestSentence } from "./best-sentence";
import { answerWords } from "./token-overlap";

/** The passages that the product reads for an answer. */
const READ = 10;
/** The share of the words of the shorter of two texts that makes them the same clause. */
const SAME = 0.75;

type Options = { half?: string | undefined; limit?: string | undefined };
type Outcome = {
  column: string;
  isRight: boolean;
  isShown: boolean;
  isFirst: boolean;
  isBest: boolean;
  milliseconds: number;
};

/**
 * `bench answer --cuad DIR`: asks each contract for its clauses, as the product would within the contract. It counts how often the first source is the
 * clause that lawyers marked. The reader was trained on half 1; half 2 is measured unless `--half` says otherwise.
 */
export async function cuadClauses(directory: string, options: Options): Promise<Report> {
  const half = options.half === "1" ? "1" : "2";
  const contracts = spread(cuadContracts(directory, half), Number(options.limit ?? 1e9));
  const cuts = await cutFiles(contracts.map(({ path }) => path));
  const vectors = await openVectors();
  const index = await indexOf([...cuts.values()].flat(), vectors);
  const encoder = await loadSentenceEncoder(join(tmpdir(), "besunny-bench-vectors"));
  const outcomes: Outcome[] = [];
  for (const { path, clauses } of contracts)
    for (const { column, texts } of clauses) {
      const question = clauseKinds.find((kind) => kind.column === column)?.ask[0];
      const cut = cuts.get(path);
      if (!question || !cut?.some(({ text }) => texts.some((clause) => isSame(text, clause))))
        continue;
      const [vector] = await vectors.of([question], "query");
      if (!vector) continue;
      const query = { vector, text: question, within: new Set([path]) };
      const found = index.search({ ...query, limit: 4 * READ });
      const passages = found.slice(0, READ).map(({ title, text, headingPath }, at) => ({
        n: at + 1,
        documentId: path,
        title,
        text,
        headingPath,
      }));
      const began = performance.now();
      const read = await readAnswers({ question, passages }, encoder);
      const milliseconds = performance.now() - began;
      const quoteOf = (threshold?: number) =>
        answerOf(question, passages, read, threshold).flatMap((event) =>
          event.kind === "done" ? event.citations : [],
        )[0]?.quote ?? "";
      const isClause = (text: string) => texts.some((clause) => isSame(text, clause));
      const [lexical] = found.toSorted((a, b) => (b.why.lexical ?? 0) - (a.why.lexical ?? 0));
      const [start, end] = sentencesOfText(lexical?.text ?? "")[0] ?? [0, 0];
      outcomes.push({
        column,
        isRight: isClause(quoteOf(0)),
        isShown: isClause(quoteOf()),
        isFirst: isClause((lexical?.text ?? "").slice(start, end)),
        isBest: isClause(bestSentence(question, lexical?.text ?? "")),
        milliseconds,
      });
    }
  await Promise.all([index.close(), vectors.close(), encoder.close()]);
  return reportOf(outcomes);
}

/** True if one text is in the other, or most words of the shorter are in the longer. */
function isSame(text: string, clause: string): boolean {
  const [own, wanted] = [answerWords(text), answerWords(clause)];
  const [shorter, longer] = own.length < wanted.length ? [own, wanted] : [wanted, own];
  if (shorter.length === 0) return false;
  if (` ${longer.join(" ")} `.includes(` ${shorter.join(" ")} `))
    return shorter === wanted || shorter.length > 3;
  const held = new Set(longer);
  return (
    shorter.length >= 8 && shorter.filter((word) => held.has(word)).length >= SAME * shorter.length
  );
}

function reportOf(outcomes: readonly Outcome[]): Report {
  const percent = (own: readonly Outcome[], key: "isRight" | "isShown" | "isFirst" | "isBest") =>
    (100 * own.filter((outcome) => outcome[key]).length) / Math.max(1, own.length);
  const report: Report = {
    questions: outcomes.length,
    first_source_right_percent: percent(outcomes, "isRight"),
    answered_and_right_percent: percent(outcomes, "isShown"),
    bm25_first_sentence_percent: percent(outcomes, "isFirst"),
    bm25_best_sentence_percent: percent(outcomes, "isBest"),
    ms_p50: percentile(
      outcomes.map(({ milliseconds }) => milliseconds),
      0.5,
    ),
    ms_p95: percentile(
      outcomes.map(({ milliseconds }) => milliseconds),
      0.95,
    ),
  };
  for (const [column, own] of Map.groupBy(outcomes, (outcome) => outcome.column))
    report[`${column.toLowerCase().replaceAll(" ", "_")}_percent`] = percent(own, "isRight");
  return report;
}
