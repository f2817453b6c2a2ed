import type { DocumentInput, Span } from "../../ai";
import type { Sentence } from "../document-view";
import { stopWordsOf } from "../phrases/stop-words";
import { isCourtesy } from "./openings";

const LONGEST = 420;
const LEAST_WORDS = 5;
/** Sentences have common words; headings, addresses and rows of tables have hardly any. */
const LEAST_COMMON = 0.15;

/** Blocks that are no sentences of the document's own prose. */
const beside = /^(table|header|footer|title|heading|caption|code|formula)$/;
/** Sounds of a person who speaks. */
const filler =
  /^(?:ah|aha|eh|ehm|er|erm|hm+|hmm|huh|ja|mhm|mm|mm-hmm|nah|oh|okay|ok|right|uh|uh-huh|uhm|um|well|yeah|yep|yes|äh|ähm|euh)$/i;

/** The spans of a document that a summary must not or should not take sentences from. */
export type Places = { quoted: Span[]; beside: Span[]; heads: Span[] };

export function placesOf({ blocks, text }: DocumentInput): Places {
  const spansOf = (isOne: (kind: string) => boolean) =>
    blocks.filter(({ kind }) => isOne(kind)).map(({ span }) => span);
  return {
    quoted: spansOf((kind) => kind === "quotation"),
    beside: spansOf((kind) => beside.test(kind)),
    heads: spansOf((kind) => kind === "table").map((span) => headOf(text, span)),
  };
}

/** True if a sentence is whole and can be read by itself: no heading, no line of contents, no address, no salutation. */
export function isReadable({ text }: Sentence, code: string | null): boolean {
  if (text.length > LONGEST || !isEnded(text) || isCourtesy(text)) return false;
  if (/\.{4,}|…{2,}|(?:\. ){4,}|[_|]{2,}|\t|:\/\//.test(text) || !isBalanced(text)) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters / text.replace(/\s/g, "").length < 0.7) return false;
  if (/^[^\p{L}\d]*\p{Ll}/u.test(text) || /\p{Lu}{2,}(?:\s+\p{Lu}{2,}){4,}/u.test(text))
    return false;
  return isUnspaced(text) || hasCommonWords(text, code);
}

/** True if a sentence ends as sentences do. */
export function isEnded(text: string): boolean {
  return /\p{L}{2}.*[.!?。！？]["'”’»)\]]*$/su.test(text);
}

/** True for an item of a list, which may need the words before the list. */
export function isItem({ text }: Sentence): boolean {
  return /^\s*(?:[-–—•·*▪◦‣+>]|\(?[\p{L}\d]{1,3}\))\s/u.test(text);
}

/** The share of a sentence's words that are sounds of a person who speaks. */
export function fillerShare(text: string): number {
  const words = text.split(/[\s,.!?]+/).filter((word) => word !== "");
  return words.filter((word) => filler.test(word)).length / Math.max(1, words.length);
}

/** True if a span overlaps one of others. */
export function isIn([start, end]: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span[0] < end && start < span[1]);
}

/** A sentence with one quotation mark or one bracket is a part of what is quoted or bracketed. */
function isBalanced(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return count(/"/g) % 2 === 0 && count(/[([]/g) === count(/[)\]]/g);
}

function hasCommonWords(text: string, code: string | null): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length < LEAST_WORDS) return false;
  const common = stopWordsOf(code ?? "");
  if (common.size === 0) return true;
  const share = words.filter((word) => common.has(word) || word.length < 3).length / words.length;
  return share >= LEAST_COMMON;
}

function isUnspaced(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{8}/u.test(text);
}

/** Returns the span of the first line of a table. */
function headOf(text: string, [start, end]: Span): Span {
  const line = text.indexOf("\n", start);
  return [start, line < 0 ? end : Math.min(line, end)];
}
