import type { Cell } from "@besunny/document-model/parsed-document";
import type { Assertion } from "./assertions";
import { partialRatio, placesOf } from "./closeness";
import { holdsInTable } from "./judge-table";
import { normal } from "./normal";

/** One page as it was read: its text without running headers and footers, and the cells of each of its tables. */
export type PageRead = { text: string; tables: Cell[][] };

const kinds: Record<string, (assertion: Assertion, page: PageRead) => boolean> = {
  present: (assertion, page) => isPresent(assertion, page),
  absent: (assertion, page) => !isPresent(assertion, page),
  order: isInOrder,
  table: (assertion, { tables }) => tables.some((cells) => holdsInTable(assertion, cells)),
  baseline: isSound,
};

/** Returns whether an assertion holds for a page; null for kinds that are not judged, such as formulas and formats. */
export function judge(assertion: Assertion, page: PageRead): boolean | null {
  return kinds[assertion.type]?.(assertion, page) ?? null;
}

function isPresent(assertion: Assertion, { text }: PageRead): boolean {
  const { case_sensitive = true, max_diffs = 0, first_n, last_n } = assertion;
  const asCompared = (words: string) =>
    case_sensitive ? normal(words) : normal(words).toLowerCase();
  const wanted = asCompared(assertion.text ?? "");
  let within = asCompared(text);
  if (first_n && last_n) within = within.slice(0, first_n) + within.slice(-last_n);
  else if (first_n) within = within.slice(0, first_n);
  else if (last_n) within = within.slice(-last_n);
  const least = 1 - max_diffs / Math.max(1, wanted.length);
  return partialRatio(wanted, within, least) >= least;
}

function isInOrder({ before = "", after = "", max_diffs = 0 }: Assertion, { text }: PageRead) {
  const within = normal(text);
  const first = placesOf(normal(before), within, max_diffs);
  const last = placesOf(normal(after), within, max_diffs);
  return first.length > 0 && last.length > 0 && Math.min(...first) < Math.max(...last);
}

const disallowed =
  /[\u4e00-\u9fff\u3040-\u309f\u30a0-\u30ff\u{1f600}-\u{1f64f}\u{1f300}-\u{1f5ff}\u{1f680}-\u{1f6ff}\u{1f1e0}-\u{1f1ff}]/u;
const mostRepeats = 30;

/** Returns true for a page with letters, without a repeated end and without characters of scripts that the set does not have. */
function isSound(assertion: Assertion, { text }: PageRead): boolean {
  const { max_length, check_disallowed_characters = true } = assertion;
  const count = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (max_length !== undefined && max_length !== null) return count <= max_length;
  if (count === 0 || (check_disallowed_characters && disallowed.test(text))) return false;
  const line = text.replace(/\s+/g, " ");
  return [1, 2, 3, 4, 5].every((size) => repeatsAtEnd(line, size) <= mostRepeats);
}

function repeatsAtEnd(text: string, size: number): number {
  const end = text.slice(-size);
  let count = 0;
  for (let at = text.length - size; at >= 0 && text.slice(at, at + size) === end; at -= size)
    count += 1;
  return count;
}
