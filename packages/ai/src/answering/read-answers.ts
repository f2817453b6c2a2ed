import type { AnswerPassage, AnswersRead, ReadInput } from "../ai";
import type { SentenceEncoder } from "../minilm/sentence-encoder";
import { dot } from "../understanding/vectors";
import { isLeftBlank } from "./blank";
import { isDefining, termToDefine } from "./defining";
import { isFurniture } from "./furniture";
import { fold, inEnglish, languageOfQuestion } from "./languages/gloss";
import { isInEnglish, matchedAnswers, sayingMore } from "./languages/matched";
import { lookOfAnswer } from "./languages/wanted";
import { type Reading, readPassages } from "./reader/reader";

/** The odds of an answer rise so much if its sentence defines the term that was asked for. */
const DEFINING_ODDS = 3;

/** The odds of an answer fall so much if its sentence holds no day for "when", or no amount for "how much". */
const OTHER_KIND_ODDS = 0.2;

/** The likeness in meaning of question and sentence that changes nothing, and how steeply it counts in the logarithm of the odds. */
const NEUTRAL_LIKENESS = 0.45;
const LIKENESS_WEIGHT = 4;

/** Returns the best answer of each passage, best first, and the probability that there is none. */
export async function readAnswers(
  { question, passages }: ReadInput,
  encoder: SentenceEncoder,
): Promise<AnswersRead> {
  const english = inEnglish(question, languageOfQuestion(question));
  const matched = matchedAnswers(question, passages);
  const answers: AnswersRead["answers"] = [];
  for (const [isEnglish, asked] of [
    [true, english],
    [false, question],
  ] as const) {
    const own = passages.filter(({ text }) => isInEnglish(text) === isEnglish);
    const readings = await readPassages(asked, own, encoder);
    answers.push(...(await rated(asked, own, readings, encoder)));
  }
  for (const [index, reading] of matched.entries()) {
    const { n, text } = passages[index] ?? {};
    if (!reading || n === undefined || !text || isFurniture(text.slice(...reading.sentence)))
      continue;
    const read = answers.findIndex((each) => each.n === n);
    const known = answers[read];
    if (known && known.score >= reading.score) continue;
    if (known) answers.splice(read, 1);
    answers.push({ n, ...reading });
  }
  answers.sort((a, b) => b.score - a.score);
  return { answers, noAnswer: 1 - (answers[0]?.score ?? 0) };
}

/** Weighs what was read by its likeness in meaning to the question, and by whether it defines the term that is asked for. */
async function rated(
  question: string,
  passages: readonly AnswerPassage[],
  readings: readonly (Reading | null)[],
  encoder: SentenceEncoder,
): Promise<AnswersRead["answers"]> {
  const term = termToDefine(question);
  const asked = await encoder.encode(question);
  const answers: AnswersRead["answers"] = [];
  const looks = lookOfAnswer(question);
  const saysMore = sayingMore(question);
  for (const [index, { n, text, title }] of passages.entries()) {
    const reading = readings[index];
    if (!reading) continue;
    const sentence = text.slice(...reading.sentence);
    if (isFurniture(sentence) || !saysMore(sentence, title)) continue;
    if (isLeftBlank(text, reading.sentence, reading.span, looks)) continue;
    const likeness = dot(asked, await encoder.encode(sentence));
    const isDefinition = term !== null && isDefining(sentence, term);
    const factor =
      Math.exp(LIKENESS_WEIGHT * (likeness - NEUTRAL_LIKENESS)) *
      (isDefinition ? DEFINING_ODDS : 1) *
      (looks && fold(sentence).search(looks) < 0 ? OTHER_KIND_ODDS : 1);
    const odds = (factor * reading.score) / (1 - reading.score);
    answers.push({ n, span: reading.span, sentence: reading.sentence, score: odds / (1 + odds) });
  }
  return answers;
}
