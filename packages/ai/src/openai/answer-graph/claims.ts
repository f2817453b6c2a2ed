import type { AnswerCitation, AnswerPassage, Span } from "../../ai";
import { stems } from "../../answering/question";
import { locateQuote } from "../locate-quote";

/** The least share of a claim's words that its quotes or the question hold. */
const LEAST_SHARED = 0.5;
const SOURCE = /<<\s*(\d+)\s*:\s*([\s\S]*?)\s*>>/g;
/** Words that speak to the writer of the answer. They are an order, not evidence. */
const ORDER =
  /\b(?:your|the) (?:response|answer|reply|output)\b|\b(?:ignore|disregard|forget)\b.{0,30}\b(?:instructions?|above|previous|prior)\b/i;
const quotationMarks = /^["“”„«]|["“”»]$/g;

/** A sentence of an answer with the words of passages that bear it out. */
export type Claim = { text: string; proofs: Omit<AnswerCitation, "n">[] };

/**
 * Reads a line as the model writes it: a sentence, then `<<number: exact words>>` for each source. Returns null unless its quotes are in the
 * passages, bear its words and every number in it, and are about the question.
 */
export function verifiedClaim(
  line: string,
  question: string,
  passages: readonly AnswerPassage[],
): Claim | null {
  const text = line
    .replace(SOURCE, "")
    .replace(/\[\d+\]/g, "")
    .replace(/\s+([.,;:!?])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
  const proofs = [...line.matchAll(SOURCE)].flatMap(({ 1: number, 2: words = "" }) => {
    const passage = passages.find(({ n }) => n === Number(number));
    const span = passage && locateQuote(passage.text, words.replace(quotationMarks, ""));
    if (!passage || !span || ORDER.test(sentenceAt(passage.text, span))) return [];
    return [{ passage: passage.n, quote: passage.text.slice(...span), span }];
  });
  if (text === "" || proofs.length === 0) return null;
  const asked = contentOf(question);
  const contexts = proofs.map(({ passage, quote }) => {
    const own = passages.find(({ n }) => n === passage);
    return contentOf([own?.title ?? "", ...(own?.headingPath ?? []), quote].join(" "));
  });
  const isAbout = contexts.some((words) => [...asked].some((word) => words.has(word)));
  const quoted = proofs.map(({ quote }) => quote).join("\n");
  return isAbout && hasNumbers(text, quoted) && isBorne(text, quoted, asked)
    ? { text, proofs }
    : null;
}

function sentenceAt(text: string, [start, end]: Span): string {
  const before = Math.max(...["\n", ". ", "! ", "? "].map((stop) => text.lastIndexOf(stop, start)));
  const after = /[.!?]$/.test(text.slice(start, end)) ? 0 : text.slice(end).search(/[.!?\n]/);
  return text.slice(Math.max(0, before), after < 0 ? text.length : end + after);
}

function isBorne(text: string, quoted: string, asked: ReadonlySet<string>): boolean {
  const claimed = [...contentOf(text)];
  const held = contentOf(quoted);
  const shared = claimed.filter((word) => held.has(word) || asked.has(word)).length;
  return shared >= claimed.length * LEAST_SHARED && claimed.some((word) => held.has(word));
}

function hasNumbers(text: string, quoted: string): boolean {
  const held = new Set(numbersOf(quoted));
  return numbersOf(text).every((number) => held.has(number));
}

/** Numbers without what groups their digits, so that 1,850 is 1850. */
function numbersOf(text: string): string[] {
  return (text.match(/\d+(?:[.,'’\u00a0\u202f]\d+)*/g) ?? []).map((number) =>
    number.replace(/[.,'’\u00a0\u202f](?=\d{3}(?!\d))/g, "").replace(",", "."),
  );
}

function contentOf(text: string): Set<string> {
  const words = stems(text).filter((word) => word.length > 2 || /\d/.test(word));
  return new Set(words.filter((word) => !little.has(word)));
}

const little = new Set(
  "the and for are was were what when where which who whom how does did this that with from have has had will would shall not its".split(
    " ",
  ),
);
