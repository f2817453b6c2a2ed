import { medianOf, type Segment } from "./placed";

/** Puts the lines of a column together into paragraphs, headings and list items, each still a list of lines. */
export function paragraphsOf(lines: Segment[]): Segment[][] {
  const right = Math.max(...lines.map(({ at }) => at[0] + at[2]));
  const left = Math.min(...lines.map(({ at }) => at[0]));
  const spacing = usualSpacing(lines);
  const paragraphs: Segment[][] = [];
  for (const line of lines) {
    const paragraph = paragraphs.at(-1);
    if (paragraph && goesOn(paragraph, line, { left, right, spacing })) paragraph.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

type Column = { left: number; right: number; spacing: number };

function goesOn(paragraph: Segment[], line: Segment, { left, right, spacing }: Column): boolean {
  const [first, last] = [paragraph[0], paragraph.at(-1)];
  if (!first || !last) return false;
  if (Math.abs(last.size - line.size) > 0.12 * Math.max(last.size, line.size)) return false;
  if (last.isBold !== line.isBold && (endsShort(last, right) || line.isBold)) return false;
  const step = line.at[1] - last.at[1];
  if (step > Math.max(spacing * 1.35, 0) || step < -0.5 * last.size) return false;
  if (startsItem(line)) return false;
  const indent = line.at[0] - last.at[0];
  if (paragraph.length > 1 && indent > 0.8 * line.size && !startsItem(first)) return false;
  if (isShort(last, left, right) && endsSentence(last)) return false;
  return !(isShort(last, left, right) && last.length < 0.5 * line.length && startsUpper(line));
}

function usualSpacing(lines: Segment[]): number {
  const steps = lines.slice(1).flatMap((line, index) => {
    const step = line.at[1] - (lines[index]?.at[1] ?? 0);
    return step > 0.6 * line.size && step < 2.6 * line.size ? [step] : [];
  });
  const size = medianOf(lines.map((line) => line.size));
  const sorted = steps.sort((a, b) => a - b);
  // The lower quartile: double gaps between short paragraphs may outnumber the gaps inside them.
  return Math.max(sorted[sorted.length >> 2] ?? 1.5 * size, 0.8 * size);
}

function isShort({ at }: Segment, left: number, right: number): boolean {
  return right - (at[0] + at[2]) > 0.12 * (right - left);
}

function endsShort(line: Segment, right: number): boolean {
  return right - (line.at[0] + line.at[2]) > 2 * line.size;
}

function endsSentence({ words }: Segment): boolean {
  return /[.!?:;。！？]["”’)\]]*$/.test(words.at(-1)?.text ?? "");
}

function startsUpper({ words }: Segment): boolean {
  return /^[\p{Lu}\p{N}("“]/u.test(words[0]?.text ?? "");
}

const bullet = /^[•●▪■◦○‣⁃·➢✓▶❖]|^[-–—*]$/;
const number = /^(\(?[0-9]{1,3}[.)]|\(?[a-z][.)]|\([ivxlcdm]{1,6}\)|[0-9]{1,2}(\.[0-9]{1,2})+\.?)$/;

/** Whether the line begins with a bullet or a number of a list. */
export function startsItem({ words }: Segment): boolean {
  const first = words[0]?.text ?? "";
  return words.length > 1 && (bullet.test(first) || number.test(first));
}

export function startsBullet({ words }: Segment): boolean {
  return bullet.test(words[0]?.text ?? "");
}
