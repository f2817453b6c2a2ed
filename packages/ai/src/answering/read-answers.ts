import type { AnswersRead, ReadInput } from "../ai";
import type { SentenceEncoder } from "../minilm/sentence-encoder";
import { ANSWER_THRESHOLD, rankQuotes } from "./answer-from";

/** Returns the best answer of each passage, best first, and the probability that there is none. */
export async function readAnswers(
  input: ReadInput,
  encoder: SentenceEncoder,
): Promise<AnswersRead> {
  const quotes = await rankQuotes(input, encoder);
  const probability = (score: number) => 1 / (1 + Math.exp(-12 * (score - ANSWER_THRESHOLD)));
  const answers: AnswersRead["answers"] = [];
  for (const { passage, span, score } of quotes)
    if (!answers.some(({ n }) => n === passage.n))
      answers.push({ n: passage.n, span, sentence: span, score: probability(score) });
  return { answers, noAnswer: 1 - (answers[0]?.score ?? 0) };
}
