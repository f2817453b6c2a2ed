import type { Segment } from "./page-geometry";
import { isRtl } from "./segments";

/** Joins the lines of a column into paragraphs, headings and list items. Each remains a list of lines. */
export function paragraphsOf(lines: Segment[]): Segment[][] {
  const right = Math.max(...lines.map(({ at }) => at[0] + at[2]));
  const left = Math.min(...lines.map(({ at }) => at[0]));
  const column: Column = {
    left,
    right,
    isFromRight: lines.filter(isRtl).length > lines.length / 2,
    spacing: spacingsOf(lines),
  };
  const paragraphs: Segment[][] = [];
  for (const line of lines) {
    const paragraph = paragraphs.at(-1);
    if (paragraph && goesOn(paragraph, line, column)) paragraph.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

type Column = {
  left: number;
  right: number;
  isFromRight: boolean;
  spacing(line: Segment): number;
};

function goesOn(paragraph: Segment[], line: Segment, column: Column): boolean {
  const [first, last] = [paragraph[0], paragraph.at(-1)];
  if (!first || !last) return false;
  const isOfPart = line.part !== undefined && line.part === last.part;
  if (isOfPart && line.part?.kind) return true;
  if (!isOfPart && arePartsApart(last, line)) return false;
  if (Math.abs(last.size - line.size) > 0.12 * Math.max(last.size, line.size)) return false;
  if (last.isBold !== line.isBold && (roomAfter(last, column) > 2 * last.size || line.isBold))
    return false;
  const step = line.at[1] - last.at[1];
  if (step > column.spacing(line) * 1.35 || step < -0.5 * last.size) return false;
  if (isHyphenated(last, line)) return true;
  const isShort = roomAfter(last, column) > 0.12 * (column.right - column.left);
  if (isOfPart) return !startsBullet(line) && !(isShort && endsSentence(last));
  if (startsItem(line) && (startsBullet(line) || endsItself(last, column))) return false;
  const indent = indentOf(line, column) - indentOf(last, column);
  if (paragraph.length > 1 && indent > 0.8 * line.size && !startsItem(first)) return false;
  if (isShort && endsSentence(last)) return false;
  return !(isShort && last.length < 0.5 * line.length && startsUpper(line));
}

/** Between two paragraphs of the file only a sentence that goes on counts more. */
function arePartsApart(above: Segment, below: Segment): boolean {
  if (above.part?.kind !== undefined || below.part?.kind !== undefined) return true;
  const goesOn = !endsSentence(above) && /^\p{Ll}/u.test(below.words[0]?.text ?? "");
  return above.part !== undefined && below.part !== undefined && !goesOn;
}

/** A number that begins a line inside a sentence does not start an item. */
function endsItself(last: Segment, column: Column): boolean {
  const endsInNumber = /\p{N}[.:]$/u.test(last.words.at(-1)?.text ?? "");
  return (
    roomAfter(last, column) > 2.5 * last.size ||
    (endsSentence(last) && !endsInNumber) ||
    startsItem(last)
  );
}

function roomAfter({ at }: Segment, { left, right, isFromRight }: Column): number {
  return isFromRight ? at[0] - left : right - (at[0] + at[2]);
}

function indentOf({ at }: Segment, { left, right, isFromRight }: Column): number {
  return isFromRight ? right - (at[0] + at[2]) : at[0] - left;
}

function isHyphenated({ words }: Segment, line: Segment): boolean {
  const next = line.words[0]?.text ?? "";
  return /\p{L}{2}[-\u00ad\u2010]$/u.test(words.at(-1)?.text ?? "") && /^\p{Ll}/u.test(next);
}

/** Returns a function that finds the usual step from line to line, for lines of about the given line's size. */
function spacingsOf(lines: Segment[]): (line: Segment) => number {
  const known = new Map<number, number>();
  const classOf = ({ size }: Segment) => Math.round(Math.log(Math.max(size, 0.5)) / Math.log(1.12));
  return (line) => {
    const own = classOf(line);
    const found = known.get(own) ?? usualSpacing(lines, line, (other) => classOf(other) === own);
    known.set(own, found);
    return found;
  };
}

function usualSpacing(
  lines: Segment[],
  { size }: Segment,
  isAlike: (line: Segment) => boolean,
): number {
  const steps = lines.slice(1).flatMap((line, index) => {
    const above = lines[index];
    if (!above || !isAlike(line) || !isAlike(above)) return [];
    const step = line.at[1] - above.at[1];
    return step > 0.6 * line.size && step < 2.6 * line.size ? [step] : [];
  });
  const sorted = steps.sort((a, b) => a - b);
  // The lower quartile is used, because double gaps between short paragraphs may outnumber the gaps inside them.
  return Math.max(sorted[sorted.length >> 2] ?? 1.5 * size, 0.8 * size);
}

function endsSentence({ words }: Segment): boolean {
  return /[.!?:;。！？؟۔]["”’)\]»]*$/.test(words.at(-1)?.text ?? "");
}

function startsUpper({ words }: Segment): boolean {
  return /^[\p{Lu}\p{N}("“]/u.test(words[0]?.text ?? "");
}

const bullet = /^[•●▪■◦○‣⁃·➢➤►▶✓✔☐☑☒□❑❖◆◇★]|^[-–—*o\ufffd]$|^\ufffd+$/;
const number =
  /^(\(?[0-9]{1,3}[.)]|\(?[a-z][.)]|\([ivxlcdm]{1,6}\)|[ivx]{1,5}[.)]|[0-9]{1,2}(\.[0-9]{1,2})+\.?|[①-⑳])$/;

/** Returns true if the line begins with a bullet or a number of a list. */
export function startsItem({ words }: Segment): boolean {
  const first = words[0]?.text ?? "";
  return isFollowed(words) && (bullet.test(first) || number.test(first));
}

function isFollowed(words: Segment["words"]): boolean {
  return /[\p{L}\p{N}\ufffd]/u.test(words[1]?.text ?? "") || words.length > 2;
}

/** Returns true if the line begins with a bullet and continues after the bullet. */
export function startsBullet({ words }: Segment): boolean {
  return isFollowed(words) && bullet.test(words[0]?.text ?? "");
}
