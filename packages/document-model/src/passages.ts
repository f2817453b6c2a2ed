import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { joinThin } from "./cutting/join-thin";
import { openPassages } from "./cutting/open-passages";
import { sizes } from "./cutting/sizes";
import type { ParsedDocument, Span } from "./parsed-document";

/**
 * A part of a document for search. `text` is the document's text at `span`. `id` depends only on the text and on how often the same text came
 * before. `headingPath` holds the headings at the beginning of the passage. `columns` is the header of the table whose rows the passage
 * begins with, if the passage does not contain it. `section` is the number of its section.
 */
export type Passage = {
  id: string;
  number: number;
  text: string;
  span: Span;
  page: number;
  headingPath: string[];
  columns?: string[];
  section: number;
  tokens: number;
};

/** Whole passages in a row, as context for each of them. `text` leaves out running headers and footers that repeat. */
export type Section = {
  id: string;
  number: number;
  text: string;
  span: Span;
  page: number;
  headingPath: string[];
  passages: number[];
  tokens: number;
};

export type Cut = { sections: Section[]; passages: Passage[] };

/** Just the passages of `cutDocument`. */
export function passagesOf(document: ParsedDocument): Passage[] {
  return cutDocument(document).passages;
}

/**
 * Cuts a document twice. Passages of usually 64 to 256 tokens (see `countTokens`) are small enough to be found. Sections of usually 512 to
 * 1,024 tokens are whole passages in a row, large enough to be understood. Short pages make shorter ones; none is longer. A sentence or table
 * row is cut only if it alone has more than 256 tokens. A heading begins a new passage if the one before is long enough.
 *
 * No passage is a heading alone where text follows, a page number or signs without a word. Each running header and footer is in one
 * passage; those that repeat it are left out. So are tables of contents whose entries are said again. A heading that is apart from its text
 * is left out too, but is in the `headingPath` of that text. All other words are in a passage. The same document always has the same cut.
 */
export function cutDocument(document: ParsedDocument): Cut {
  const open = joinThin(openPassages(document), document.text);
  const times = new Map<string, number>();
  const sections: Section[] = [];
  const passages: Passage[] = [];
  for (const [number, { tokens, startsSection, kind: _, ...each }] of open.entries()) {
    const text = document.text.slice(...each.span);
    const id = idOf(text, times);
    const current = sections.at(-1);
    const isFull =
      !current ||
      current.tokens + tokens > sizes.section.most ||
      (startsSection && current.tokens >= sizes.section.least);
    if (isFull) {
      const { span, page, headingPath } = each;
      sections.push({
        id: `s${id}`,
        number: sections.length,
        text,
        span: [...span],
        page,
        headingPath,
        passages: [number],
        tokens,
      });
    } else {
      current.text += `\n\n${text}`;
      current.span[1] = each.span[1];
      current.passages.push(number);
      current.tokens += tokens;
    }
    passages.push({ id: `p${id}`, number, text, ...each, section: sections.length - 1, tokens });
  }
  return { sections, passages };
}

function idOf(text: string, times: Map<string, number>): string {
  const turn = (times.get(text) ?? 0) + 1;
  times.set(text, turn);
  return bytesToHex(sha256(utf8ToBytes(`${turn} ${text}`))).slice(0, 16);
}
