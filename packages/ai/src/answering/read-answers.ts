import type { AnswersRead, ReadInput } from "../ai";
import type { SentenceEncoder } from "../minilm/sentence-encoder";
import { dot } from "../understanding/vectors";
import { isDefining, termToDefine } from "./defining";
import { isFurniture } from "./furniture";
import { readPassages } from "./reader/reader";

/** The odds of an answer rise so much if its sentence defines the term that was asked for. */
const DEFINING_ODDS = 3;

/** The likeness in meaning of question and sentence that changes nothing, and how steeply it counts in the logarithm of the odds. */
const NEUTRAL_LIKENESS = 0.45;
const LIKENESS_WEIGHT = 0;

/** Returns the best answer of each passage, best first, and the probability that there is none. */
export async function readAnswers(
  { question, passages }: ReadInput,
  encoder: SentenceEncoder,
): Promise<AnswersRead> {
  const readings = await readPassages(question, passages, encoder);
  const term = termToDefine(question);
  const asked = await encoder.encode(question);
  const answers: AnswersRead["answers"] = [];
  for (const [index, { n, text }] of passages.entries()) {
    const reading = readings[index];
    if (!reading) continue;
    const sentence = text.slice(...reading.sentence);
    if (isFurniture(sentence)) continue;
    const likeness = dot(asked, await encoder.encode(sentence));
    const isDefinition = term !== null && isDefining(sentence, term);
    const factor =
      Math.exp(LIKENESS_WEIGHT * (likeness - NEUTRAL_LIKENESS)) *
      (isDefinition ? DEFINING_ODDS : 1);
    const odds = (factor * reading.score) / (1 - reading.score);
    answers.push({ n, span: reading.span, sentence: reading.sentence, score: odds / (1 + odds) });
  }
  answers.sort((a, b) => b.score - a.score);
  return { answers, noAnswer: 1 - (answers[0]?.score ?? 0) };
}
