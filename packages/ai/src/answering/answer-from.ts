import type {
  AnswerCitation,
  AnswerEvent,
  AnswerInput,
  AnswerPassage,
  AnswersRead,
  Span,
} from "../ai";
import type { SentenceEncoder } from "../minilm/sentence-encoder";
import { localProducer } from "../understanding/local-producer";
import { leadOf } from "./lead";
import { ofNamed } from "./of-named";
import { readAnswers } from "./read-answers";
import { shownSpan } from "./shown-span";

/** The least probability of an answer that is shown; see MODEL-CARD.md. */
export const ANSWER_THRESHOLD = 0.75;
const MOST_QUOTES = 3;
/** A further quote is kept if its probability is at least this share of the best one's. */
const NEARLY = 0.6;

/** A line of labels whose values are elsewhere, as in the head of a table: "Invoice date: Due date:". */
const labelsAlone = /^(?:[\p{L}\p{N}][\p{L}\p{N} ./()-]{0,40}:\s*){2,}$/u;

type Quote = { passage: AnswerPassage; shown: Span; answer: Span; score: number };

/** Reads the passages and returns the answer that they give. */
export async function answerFrom(
  given: Pick<AnswerInput, "question" | "passages">,
  encoder: SentenceEncoder,
): Promise<AnswerEvent[]> {
  const passages = ofNamed(given.question, given.passages);
  return answerOf(given.question, passages, await readAnswers({ ...given, passages }, encoder));
}

/**
 * Returns an answer made of the passages' own words. The exact words that answer come first where they are few, then the sentence around them. At most
 * two quotes that say something else follow. `found` is false if it is likelier that none of them answers.
 */
export function answerOf(
  question: string,
  passages: readonly AnswerPassage[],
  { answers }: AnswersRead,
  threshold = ANSWER_THRESHOLD,
): AnswerEvent[] {
  const quotes = answers.flatMap(({ n, span, sentence, score }): Quote[] => {
    const passage = passages.find((each) => each.n === n);
    if (!passage || labelsAlone.test(passage.text.slice(...sentence))) return [];
    return [{ passage, shown: shownSpan(passage.text, sentence, span), answer: span, score }];
  });
  const kept = chosen(quotes, threshold);
  const citations = kept.map(({ passage, shown, answer }, index): AnswerCitation => {
    const quote = passage.text.slice(...shown);
    return { n: index + 1, passage: passage.n, quote, span: shown, answer };
  });
  const lead = kept[0]
    ? leadOf(question, kept[0].passage.text, kept[0].shown, kept[0].answer)
    : null;
  const sentences = citations.map(({ quote, n }, index) => {
    const flat = quote.replace(/\s+/g, " ");
    return index === 0 && !lead ? `${flat} [${n}]` : `“${flat}” [${n}]`;
  });
  const text = [...(lead ? [`${lead} [1].`] : []), ...sentences].join(" ");
  const done: AnswerEvent = {
    kind: "done",
    found: citations.length > 0,
    citations,
    sent: null,
    producedBy: localProducer,
    cost: { inputTokens: 0, outputTokens: 0, microUsd: 0 },
  };
  return text === "" ? [done] : [{ kind: "text", text }, done];
}

function chosen(ranked: readonly Quote[], threshold: number): Quote[] {
  const [best, ...others] = ranked;
  if (!best || best.score < threshold) return [];
  const kept = [best];
  for (const quote of others) {
    if (kept.length === MOST_QUOTES) break;
    const isNear = quote.score >= Math.max(threshold, best.score * NEARLY);
    if (isNear && kept.every((other) => addsTo(other, quote))) kept.push(quote);
  }
  return kept;
}

function addsTo(known: Quote, quote: Quote): boolean {
  const plain = ({ passage }: Quote, span: Span) =>
    passage.text
      .slice(...span)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  const answer = plain(quote, quote.answer);
  return (
    plain(quote, quote.shown) !== plain(known, known.shown) &&
    !plain(known, known.shown).includes(answer)
  );
}
