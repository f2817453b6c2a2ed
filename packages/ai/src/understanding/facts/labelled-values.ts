import type { FieldDefinition, Span } from "../../ai";
import type { Conventions } from "../entities/conventions";
import type { Candidate } from "./candidate";
import type { LabelIndex } from "./label-index";
import { type LabelWord, labelWords } from "./label-words";
import type { Layout, Piece } from "./pieces";
import { readChecked, readSums, readValue } from "./read-value";

/** A label at a place of a piece. `after` is where its value may begin; `hasSign` says that a colon or the like follows. */
type Label = {
  fields: readonly FieldDefinition[];
  start: number;
  end: number;
  after: number;
  hasSign: boolean;
};

const sign =
  /^\s*(?:\([^()\n]{0,24}\)\s*|\[[^\]\n]{0,16}\]\s*)?(?:[:：=]|\.{3,}|…|#|(?:[-–]\s))[\s:.#]*/u;
const rate =
  /^\s*(?:@\s*)?\(?\s*\d{1,2}(?:[.,]\d{1,3})?\s*%\s*\)?(?:\s*(?:on|of|auf|von|aus|sur|de|su|over|van|na|av|af)\s+(?:(?:EUR|USD|GBP|CHF|[$€£])\s?)?[\d.,' ]+(?:\s?(?:EUR|USD|GBP|CHF|€|zł|kr))?)?/iu;
const currencyMark =
  /^\s*\(?(?:in\s)?(?:EUR|USD|GBP|CHF|INR|PLN|SEK|DKK|NOK|CAD|AUD|MYR|RM|SGD|[$€£₹])\)?(?=[\s:]|$)/u;
const bullet = /^(?:[\s*•·▪–>☐☑✓-]|\(?\d{1,2}[.)]\s|[a-z][.)]\s|\*\*|#+\s)*/u;
/** The number of a clause before its heading is no sum. */
const clauseHead = /^\s*(?:§\s*)?\d{1,2}(?:\.\d{1,2})*[.)]\s+\p{L}/u;
const MOST_ROWS_BELOW = 4;

/** Finds values beside, below or behind the labels of fields. */
export function labelledValues(
  layout: Layout,
  index: LabelIndex,
  conventions: Conventions,
): Candidate[] {
  const found: Candidate[] = [];
  const labels = new Map(layout.pieces.map((piece) => [piece, labelsOf(piece, index)]));
  const isLabel = (piece: Piece) =>
    (labels.get(piece) ?? []).some(
      ({ start, after }) => start <= 4 && after >= piece.text.length - 1,
    );
  for (const row of layout.rows)
    for (const [place, piece] of row.entries())
      for (const [at, label] of (labels.get(piece) ?? []).entries()) {
        const next = labels.get(piece)?.[at + 1];
        const until = next ? next.start : piece.text.length;
        const inside = piece.text.slice(label.after, until);
        const add = (field: FieldDefinition, text: string, offset: number, confidence: number) => {
          const candidates = readCandidates(field, { text, offset, confidence }, conventions);
          found.push(...candidates);
          return candidates.length > 0;
        };
        for (const [rank, field] of label.fields.entries()) {
          const words = piece.text.slice(label.start, label.after);
          if (
            field.name === "total" &&
            (withoutTax.test(withoutFigures(piece.text, label)) || isInTaxTable(layout, piece))
          )
            continue;
          const isFinal = field.name === "total" && finalSum.test(words);
          const less =
            rank * 0.02 +
            (label.hasSign || field.kind === "money" ? 0 : 0.03) -
            (isFinal ? 0.07 : 0);
          if (inside.trim() !== "" && !currencyAlone.test(inside)) {
            if (mayFollow(field, label, inside) || isNameAfterBy(field, words, inside))
              add(field, withoutNext(field, inside), piece.span[0] + label.after, -less);
            continue;
          }
          const others = row.slice(place + 1);
          const [right] = others;
          const isHead = row.filter(isLabel).length > 1 && (!right || isLabel(right));
          const isRightRead =
            !isHead &&
            right !== undefined &&
            !isLabel(right) &&
            (field.kind === "money" || field.kind === "number"
              ? addSums(field, others, less)
              : add(field, right.text, right.span[0], -less));
          if (isRightRead) continue;
          for (const below of piecesBelow(layout, piece)) {
            if (isLabel(below) || (field.kind === "money" && clauseHead.test(below.text))) break;
            if (add(field, below.text, below.span[0], -less - 0.08)) break;
            if (field.kind !== "party" && field.kind !== "date" && field.kind !== "money") break;
          }
        }

        function addSums(field: FieldDefinition, pieces: Piece[], less: number): boolean {
          const sums = pieces
            .filter((each) => !isLabel(each))
            .flatMap((each) =>
              readSums(each.text, conventions).map((sum) => ({ sum, offset: each.span[0] })),
            );
          for (const [back, { sum, offset }] of sums.toReversed().entries())
            if (back < 4)
              found.push(candidateOf(field, sum, offset, sum.confidence - less - back * 0.25));
          return sums.length > 0;
        }
      }
  return found;
}

/** Words that make a label of a sum surer or another one: "Grand total", "Total (excl. VAT)". */
const finalSum =
  /\b(?:grand|rounded|round|payable|due|pay|incl|inclusive|including|inc|brutto|ttc|zahlen|zapłaty|betalen|betala|betale|pagar|pagare|payer|end|gesamtbetrag|rechnungsbetrag|nett|final|complessivo|documento|geral|general)/iu;
const withoutTax =
  /\b(?:excl|exclusive|excluding|exc|ex|before|without|exkl|ohne|zzgl|hors|ht|netto|net of|sin|sem|senza|bez|utan|uden|ekskl)\b/iu;

const currencyAlone = /^\W*(?:EUR|USD|GBP|CHF|INR|PLN|SEK|DKK|NOK|CAD|AUD|MYR|RM|SGD|zł|kr)?\W*$/iu;
const fillers =
  /^(?:[\s().,@*%-]|\d{1,2}(?:[.,]\d+)?\s*%|(?:sales?|amt|amount|incl\p{L}*|inkl\p{L}*|of|gst|vat|tax|mwst|ust|tva|btw|iva|moms|rm|payable|due|rounded|rounding|after|adj\p{L}*|price|value|charge|now|with|ttc|eur|usd|gbp|inr|pln|including|invoice|order)(?![\p{L}]))+(?=[:.\s]*$|\s*[:.]|\s*[A-Z$€£]{0,3}\s*-?\d)/iu;
const taxTable =
  /\b(?:gst|tax|vat|mwst|tva|btw|iva|moms)\b.{0,14}\b(?:summary|analysis|breakdown|code|rate|übersicht|résumé|specificatie)\b|\bamount ?\(?\p{L}{0,3}\)?.{0,12}\btax ?\(?\p{L}{0,3}\)?$/iu;
const ROWS_OF_TAX_TABLE = 7;

/** The words of a label and those right behind it, up to the first figure. */
function withoutFigures(text: string, { start }: Label): string {
  return text.slice(start).split(/\d{2,}/u, 1)[0] ?? "";
}

/** A table of taxes has a total of its own, which is not that of the bill. */
function isInTaxTable({ rows }: Layout, { row, page }: Piece): boolean {
  return rows
    .slice(Math.max(0, row - ROWS_OF_TAX_TABLE), row)
    .some(
      (each) => each[0]?.page === page && taxTable.test(each.map(({ text }) => text).join(" ")),
    );
}

function candidateOf(
  { name }: FieldDefinition,
  { start, end, ...read }: { start: number; end: number; value: string; normalised?: string },
  offset: number,
  confidence: number,
): Candidate {
  const span: Span = [offset + start, offset + end];
  return { ...read, name, confidence, evidence: [span], origin: "label" };
}

function readCandidates(
  field: FieldDefinition,
  { text, offset, confidence }: { text: string; offset: number; confidence: number },
  conventions: Conventions,
): Candidate[] {
  if (field.kind === "money") {
    const sums = readSums(text, conventions);
    return sums
      .toReversed()
      .slice(0, 4)
      .map((sum, back) =>
        candidateOf(field, sum, offset, sum.confidence + confidence - back * 0.25),
      );
  }
  const read = field.check
    ? readChecked(field.check, text)
    : readValue(field.kind, text, conventions);
  // A clause under its heading is no value of few words.
  if (field.name === "governing law" && (read?.value.split(" ").length ?? 0) > 5) return [];
  return read ? [candidateOf(field, read, offset, read.confidence + confidence)] : [];
}

/** Words need a colon before them; figures and numbers may follow a label at the start of a line directly. */
function mayFollow({ kind }: FieldDefinition, { hasSign, start }: Label, rest: string): boolean {
  if (hasSign) return true;
  if (start > 4) return false;
  if (kind === "identifier") return /^\s*[#№]?\s*(?:\p{Lu}{1,3} )?[\p{Lu}\d/-]*\d/u.test(rest);
  if (kind === "date" || kind === "period")
    return /^\s{1,4}(?:\p{L}{2,10}[.,]?\s+){0,2}\d/u.test(rest);
  if (kind === "money" || kind === "number")
    return /^[\s.]*(?:\p{L}{1,10}\.?\s){0,8}?[^\p{L}]*\d[^\p{L}]*(?:\p{Lu}{0,3}|€|zł|kr)[^\p{L}]*$/u.test(
      rest,
    );
  return false;
}

/** "Led by Ann Lee" needs no colon. */
function isNameAfterBy({ kind }: FieldDefinition, label: string, rest: string): boolean {
  return (
    (kind === "text" || kind === "party") &&
    /\s(?:by|von|par|por|da|door|av|af)\s*$/iu.test(label) &&
    /^\s*\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,3}\s*$/u.test(rest)
  );
}

/** Cuts words off at the next label that follows on the same line: "Name: Ann Lee  Role: Clerk". */
function withoutNext({ kind }: FieldDefinition, text: string): string {
  if (kind !== "text" && kind !== "party" && kind !== "list") return text;
  const next =
    /\s{2,}\p{Lu}[\p{L} ]{1,25}:|[.;,|]?\s+\p{Lu}[\p{L}-]{1,20}(?: \p{L}{1,15})?:\s/u.exec(text);
  return next && next.index > 1 ? text.slice(0, next.index) : text;
}

/** The pieces below a piece whose columns meet its own, nearest first. */
function piecesBelow({ rows }: Layout, piece: Piece): Piece[] {
  const below: Piece[] = [];
  let last = piece;
  for (let row = piece.row + 1; row <= piece.row + MOST_ROWS_BELOW + 2; row++) {
    const shared = ({ left, right }: Piece) =>
      Math.min(right, piece.right) - Math.max(left, piece.left);
    const [match] = (rows[row] ?? [])
      .filter((each) => each.page === piece.page && shared(each) > 0)
      .sort((a, b) => shared(b) - shared(a));
    if (!match) continue;
    if (match.top - last.top > 4 * Math.max(piece.height, match.height)) break;
    below.push(match);
    last = match;
    if (below.length >= MOST_ROWS_BELOW) break;
  }
  return below;
}

/** Finds the labels of a piece: at its start, or before a colon within it. */
function labelsOf(piece: Piece, index: LabelIndex): Label[] {
  const words = labelWords(piece.text);
  const labels: Label[] = [];
  const lead = bullet.exec(piece.text)?.[0].length ?? 0;
  let position = 0;
  while (position < words.length) {
    const word = words[position];
    const found = word && index.longestAt(words, position);
    const label = found && labelAt(piece.text, words, position, found);
    const isFirst = word !== undefined && word.start <= lead;
    if (label && (isFirst || (label.hasSign && isFree(piece.text, label.start)))) {
      labels.push(label);
      position += found.words;
    } else position++;
  }
  return labels;
}

/** A label within a line begins after a value, not in the middle of a phrase: "the total: 5". */
function isFree(text: string, start: number): boolean {
  return (
    !/\p{Ll}\s$/u.test(text.slice(0, start)) ||
    /[:;.,)\d]\s*\S{1,20}\s$/u.test(text.slice(0, start))
  );
}

function labelAt(
  text: string,
  words: readonly LabelWord[],
  position: number,
  { fields, words: count }: { fields: readonly FieldDefinition[]; words: number },
): Label | null {
  const first = words[position];
  const last = words[position + count - 1];
  if (!first || !last) return null;
  let after = last.end;
  const hasRate = rate.exec(text.slice(after));
  if (hasRate && fields.some(({ kind }) => kind === "money")) after += hasRate[0].length;
  if (fields.some(({ name }) => name === "total"))
    after += fillers.exec(text.slice(after))?.[0].length ?? 0;
  const mark = currencyMark.exec(text.slice(after));
  const isMark = mark && /^\s*(?:[:)]|$)/.test(text.slice(after + mark[0].length));
  if (isMark) after += mark[0].length;
  const signed = sign.exec(text.slice(after));
  const isNumber = words[position + count - 1]?.word === "#";
  if (signed) after += signed[0].length;
  else if (isNumber) after += /^[\s.:#º°]*/u.exec(text.slice(after))?.[0].length ?? 0;
  return { fields, start: first.start, end: last.end, after, hasSign: signed !== null || isNumber };
}
