import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { kindOfTag } from "./kinds";
import { type NamedSentence, type NameSpan, spaced } from "./named-sentence";

const sourcePrefix = /^(?:en|de|fr):(?=.)/;

/** Reads all files of a folder. In a file without marks of documents each sentence counts as a document. */
export function readFolder(path: string): NamedSentence[] {
  return readdirSync(path)
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(path, file), "utf8");
      const hasDocuments = /^(?:-DOCSTART-|# newdoc)/m.test(text);
      return readColumns(text, file).map((sentence, index) =>
        hasDocuments ? sentence : { ...sentence, document: `${file} ${index}` },
      );
    });
}

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
      .map((line) => (line.includes("\t") ? line.split("\t") : line.trim().split(/\s+/)));
    const isCounted = block.includes("\t") && rows.every(([first = ""]) => /^\d+$/.test(first));
    const pairs = rows.flatMap((row) => cells(row, isCounted));
    if (pairs.length === 0) continue;
    const words = spaced(pairs.map(({ word }) => word));
    sentences.push({
      words,
      names: spans(pairs.map(({ tag }) => tag)),
      document: `${file} ${document}`,
    });
  }
  return sentences;
}

function cells(row: readonly string[], isCounted: boolean): { word: string; tag: string }[] {
  if (row.length < (isCounted ? 3 : 2)) return [];
  const word = (isCounted ? row[1] : row[0])?.trim();
  const tag = (isCounted ? row[2] : row.at(-1))?.trim();
  if (!word || !tag) return [];
  const plain = word.replace(sourcePrefix, "").replace("-LRB-", "(").replace("-RRB-", ")");
  return [{ word: plain, tag }];
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
