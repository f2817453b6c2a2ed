import { kindOfTag } from "./kinds";
import { type NamedSentence, type NameSpan, spaced } from "./named-sentence";

const sourcePrefix = /^(?:en|de|fr):(?=.)/;

/**
 * Reads text in columns: a line for each word, an empty line after each sentence. The tag is in the last column, or in the one after the word if
 * the first column counts the words. Tags are in any of the forms IOB, BIO and BIOES.
 */
export function readColumns(text: string, file: string): NamedSentence[] {
  const sentences: NamedSentence[] = [];
  let document = 0;
  for (const block of text.split(/\r?\n[ \t]*\r?\n/)) {
    const lines = block.split(/\r?\n/);
    if (lines.some((line) => /^-DOCSTART-|^# newdoc/.test(line))) document++;
    const rows = lines
      .filter((line) => line.trim() !== "" && !/^(?:#\s|-DOCSTART-)/.test(line))
      .map(cells)
      .filter((row) => row !== null);
    if (rows.length === 0) continue;
    const words = spaced(rows.map(({ word }) => word));
    sentences.push({ words, names: spans(rows.map(({ tag }) => tag)), document: `${file} ${document}` });
  }
  return sentences;
}

function cells(line: string): { word: string; tag: string } | null {
  const row = line.includes("\t") ? line.split("\t") : line.trim().split(/\s+/);
  const isCounted = /^\d+$/.test(row[0] ?? "") && row.length >= 3;
  const word = (isCounted ? row[1] : row[0])?.trim();
  const tag = (isCounted ? row[2] : row.at(-1))?.trim();
  if (!word || !tag || row.length < 2) return null;
  const plain = word.replace(sourcePrefix, "").replace("-LRB-", "(").replace("-RRB-", ")");
  return { word: plain, tag };
}

function spans(tags: readonly string[]): NameSpan[] {
  const found: NameSpan[] = [];
  let isOpen = false;
  for (const [index, tag] of tags.entries()) {
    const [, position = "", name = ""] = /^([BIESLU])-(.*)$/.exec(tag) ?? [];
    const kind = kindOfTag(name);
    const last = found.at(-1);
    if (kind === null) isOpen = false;
    else if (isOpen && last?.kind === kind && !/[BSU]/.test(position)) last.to = index + 1;
    else {
      found.push({ kind, from: index, to: index + 1 });
      isOpen = true;
    }
  }
  return found;
}
