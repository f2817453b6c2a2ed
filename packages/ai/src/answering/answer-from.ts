import { sentencesOfText } from "@besunny/document-model/sentences";
import type { AnswerEvent, AnswerInput, AnswerPassage, Span } from "../ai";
import type { SentenceEncoder } from "../minilm/sentence-encoder";
import { localProducer } from "../understanding/understand-document";
import { dot } from "../understanding/vectors";
import { type Question, readQuestion, stems } from "./question";

/** Chosen by tests with and without an answer in the passages; see MODEL-CARD.md. */
export const ANSWER_THRESHOLD = 0.5;
const MOST_QUOTES = 3;
const MOST_COMPARED = 48;
/** A further quote is kept if its score is at least this share of the best score. */
const NEARLY = 0.82;

export type Quote = { passage: AnswerPassage; span: Span; text: string; score: number };

/** Returns an answer made of sentences quoted from the passages. `found` is false if no sentence answers well enough. */
export async function answerFrom(
  { question, passages }: AnswerInput,
  encoder: SentenceEncoder,
  threshold = ANSWER_THRESHOLD,
): Promise<AnswerEvent[]> {
  const quotes = chosen(await rankQuotes({ question, passages }, encoder), threshold);
  const numbers = new Map<number, number>();
  for (const { passage } of quotes)
    if (!numbers.has(passage.n)) numbers.set(passage.n, numbers.size + 1);
  const numberOf = (quote: Quote) => numbers.get(quote.passage.n) ?? 0;
  const text = quotes
    .map((quote) => `“${quote.text.replace(/\s+/g, " ")}” [${numberOf(quote)}]`)
    .join(" ");
  const done: AnswerEvent = {
    kind: "done",
    found: quotes.length > 0,
    citations: quotes.map((quote) => ({
      n: numberOf(quote),
      passage: quote.passage.n,
      quote: quote.text,
      span: quote.span,
    })),
    sent: null,
    producedBy: localProducer,
    cost: { inputTokens: 0, outputTokens: 0, usd: 0 },
  };
  return text === "" ? [done] : [{ kind: "text", text }, done];
}

/**
 * Returns sentences by how well they answer, best first. Half of the score is meaning; the rest is shared words and the kind of thing
 * asked for.
 */
export async function rankQuotes(
  { question, passages }: AnswerInput,
  encoder: SentenceEncoder,
): Promise<Quote[]> {
  const asked = readQuestion(question);
  const vector = await encoder.encode(question);
  const candidates = passages
    .flatMap((passage, rank) => candidatesOf(passage, rank, asked))
    .sort((a, b) => b.first - a.first)
    .slice(0, MOST_COMPARED);

  const quotes: Quote[] = [];
  for (const { passage, span, text, shared, fits } of candidates) {
    const heading = passage.headingPath.at(-1) ?? "";
    const likeness = dot(vector, await encoder.encode(heading ? `${heading}: ${text}` : text));
    quotes.push({ passage, span, text, score: 0.6 * likeness + 0.28 * shared + (fits ? 0.12 : 0) });
  }
  return quotes.sort((a, b) => b.score - a.score);
}

function candidatesOf(passage: AnswerPassage, rank: number, { terms, wants }: Question) {
  const context = new Set(stems(`${passage.title} ${passage.headingPath.join(" ")}`));
  return sentencesOfText(passage.text).map((span) => {
    const text = passage.text.slice(...span);
    const own = new Set(stems(text));
    const shared =
      [...terms].reduce((sum, term) => sum + (own.has(term) ? 1 : context.has(term) ? 0.4 : 0), 0) /
      Math.max(1, terms.size);
    const fits = wants?.test(text) ?? false;
    return { passage, span, text, shared, fits, first: shared + (fits ? 0.2 : 0) - rank * 0.02 };
  });
}

function chosen(ranked: readonly Quote[], threshold: number): Quote[] {
  const best = ranked[0];
  if (!best || best.score < threshold) return [];
  const kept: Quote[] = [];
  for (const quote of ranked) {
    const isRepeat = kept.some(({ text }) => text.toLowerCase() === quote.text.toLowerCase());
    if (quote.score >= best.score * NEARLY && !isRepeat && kept.length < MOST_QUOTES)
      kept.push(quote);
  }
  return kept;
}
