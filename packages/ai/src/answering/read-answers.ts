import type { AnswersRead, ReadInput } from "../ai";
import type { SentenceEncoder } from "../minilm/sentence-encoder";
import { isDefining, termToDefine } from "./defining";
import { isFurniture } from "./furniture";
import { type Reading, readPassages } from "./reader/reader";

/** The odds of an answer rise so much if its sentence defines the term that was asked for. */
const DEFINING_ODDS = 3;

/** Returns the best answer of each passage, best first, and the probability that there is none. */
export async function readAnswers(
  { question, passages }: ReadInput,
  encoder: SentenceEncoder,
): Promise<AnswersRead> {
  const readings = await readPassages(question, passages, encoder);
  const term = termToDefine(question);
  const answers = passages.flatMap(({ n, text }, index) => {
    const reading = readings[index];
    if (!reading || isFurniture(text.slice(...reading.sentence))) return [];
    const { span, sentence, score } = weighed(reading, text, term);
    return [{ n, span, sentence, score }];
  });
  answers.sort((a, b) => b.score - a.score);
  return { answers, noAnswer: 1 - (answers[0]?.score ?? 0) };
}

function weighed(reading: Reading, text: string, term: string | null): Reading {
  if (term === null || !isDefining(text.slice(...reading.sentence), term)) return reading;
  const odds = (DEFINING_ODDS * reading.score) / (1 - reading.score);
  return { ...reading, score: odds / (1 + odds) };
}
