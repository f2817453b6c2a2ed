import { mkdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answerOf } from "@besunny/ai/answering/answer-from";
import { readAnswers } from "@besunny/ai/answering/read-answers";
import { loadSentenceEncoder } from "@besunny/ai/minilm/sentence-encoder";
import { percentile, type Report } from "../report";
import { spread } from "../spread";
import { bestSentence } from "./best-sentence";
import { firstSentence } from "./judge";
import { areaUnder, overlapOf } from "./token-overlap";

type Squad = {
  data: {
    title: string;
    paragraphs: {
      context: string;
      qas: { question: string; is_impossible?: boolean; answers: { text: string }[] }[];
    }[];
  }[];
};

type Asked = { title: string; context: string; question: string; answers: string[] };
type Outcome = {
  isAnswerable: boolean;
  isFound: boolean;
  /** The exact words that answer, the first sentence and all that is shown. */
  marked: number;
  first: number;
  shown: number;
  holds: boolean;
  holdsFirst: boolean;
  wouldHold: boolean;
  peerHolds: boolean;
  peer: number;
  certainty: number;
  milliseconds: number;
};

/** `bench answer --squad FILE`: asks each question of a file in SQuAD's form of its own paragraph, beside the best sentence of BM25. */
export async function squadQuestions(path: string, limit?: string): Promise<Report> {
  const { data }: Squad = JSON.parse(await readFile(path, "utf8"));
  const all = data.flatMap(({ title, paragraphs }) =>
    paragraphs.flatMap(({ context, qas }) =>
      qas.map(({ question, is_impossible, answers }): Asked => {
        const texts = is_impossible ? [] : answers.map(({ text }) => text);
        return { title: title.replaceAll("_", " "), context, question, answers: texts };
      }),
    ),
  );
  const folder = join(tmpdir(), "besunny-bench-vectors");
  await mkdir(folder, { recursive: true });
  const encoder = await loadSentenceEncoder(folder);
  const outcomes: Outcome[] = [];
  for (const asked of spread(all, Number(limit ?? 1e9)))
    outcomes.push(await outcomeOf(asked, encoder));
  await encoder.close();
  return reportOf(outcomes);
}

async function outcomeOf(
  { title, context, question, answers }: Asked,
  encoder: Awaited<ReturnType<typeof loadSentenceEncoder>>,
): Promise<Outcome> {
  const passages = [{ n: 1, documentId: "doc", title, text: context, headingPath: [] }];
  const began = performance.now();
  const read = await readAnswers({ question, passages }, encoder);
  const milliseconds = performance.now() - began;
  const citations = (threshold?: number) =>
    answerOf(question, passages, read, threshold).flatMap((event) =>
      event.kind === "done" ? event.citations : [],
    );
  const shown = citations();
  const text = answerOf(question, passages, read)
    .flatMap((event) => (event.kind === "text" ? event.text : []))
    .join("")
    .replaceAll(/ \[\d+\]/g, "");
  const [first] = shown;
  const best = (text: string) => Math.max(0, ...answers.map((answer) => overlapOf(text, answer)));
  const holds = (text: string) => answers.some((answer) => text.includes(answer));
  const peer = bestSentence(question, context);
  return {
    isAnswerable: answers.length > 0,
    isFound: first !== undefined,
    marked: first?.answer ? best(context.slice(...first.answer)) : 0,
    first: first ? best(firstSentence(text)) : 0,
    shown: best(text),
    holds: shown.some(({ quote }) => holds(quote)),
    holdsFirst: first !== undefined && holds(first.quote),
    wouldHold: citations(0).some(({ quote }) => holds(quote)),
    peerHolds: holds(peer),
    peer: best(peer),
    certainty: 1 - read.noAnswer,
    milliseconds,
  };
}

function reportOf(outcomes: readonly Outcome[]): Report {
  const answerable = outcomes.filter(({ isAnswerable }) => isAnswerable);
  const other = outcomes.filter(({ isAnswerable }) => !isAnswerable);
  const share = (count: number, of: readonly Outcome[]) => (100 * count) / Math.max(1, of.length);
  const mean = (key: "marked" | "first" | "shown" | "peer") =>
    answerable.reduce((sum, outcome) => sum + outcome[key], 0) / Math.max(1, answerable.length);
  const among = (test: (outcome: Outcome) => boolean) =>
    share(answerable.filter(test).length, answerable);
  return {
    questions: outcomes.length,
    unanswerable: other.length,
    quote_holds_percent: among(({ holds }) => holds),
    first_quote_holds_percent: among(({ holdsFirst }) => holdsFirst),
    holds_if_always_answered_percent: among(({ wouldHold }) => wouldHold),
    marked_words_f1: mean("marked"),
    first_sentence_f1: mean("first"),
    all_shown_f1: mean("shown"),
    unanswerable_declined_percent: share(other.filter(({ isFound }) => !isFound).length, other),
    auc: areaUnder(
      answerable.map(({ certainty }) => certainty),
      other.map(({ certainty }) => certainty),
    ),
    bm25_sentence_holds_percent: among(({ peerHolds }) => peerHolds),
    bm25_sentence_f1: mean("peer"),
    ms_p50: percentile(
      outcomes.map(({ milliseconds }) => milliseconds),
      0.5,
    ),
    ms_p95: percentile(
      outcomes.map(({ milliseconds }) => milliseconds),
      0.95,
    ),
  };
}
