import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { DocumentInput } from "../src/ai";
import { readDocument } from "./read-documents";
import { type LabelledDocument, typeOf } from "./samples";

const folder = fileURLToPath(new URL("samples/", import.meta.url));
/** The formats whose text is written as such; the others are written as Markdown. */
const endings: Record<string, string> = {
  eml: "eml",
  vtt: "vtt",
  srt: "srt",
  csv: "csv",
  txt: "txt",
  png: "txt",
  jpg: "txt",
};
const formats: Record<string, string> = { txt: "text", md: "markdown", jpg: "jpeg" };
const CHARACTERS_IN_A_PAGE = 3_000;

/** Reads the samples of `samples/HAND/TYPE.txt`, which several people wrote. Each hand is a source of its own. */
export async function writtenSamples(): Promise<LabelledDocument[]> {
  const samples: LabelledDocument[] = [];
  const directory = mkdtempSync(join(tmpdir(), "samples-"));
  for (const hand of readdirSync(folder).sort())
    for (const file of readdirSync(folder + hand).sort())
      for (const written of readFileSync(join(folder, hand, file), "utf8").split(/^=====\s*$/m)) {
        const document = await documentOf(written, directory);
        const language = /^language: *(\w+)/m.exec(written)?.[1];
        if (document)
          samples.push({
            type: typeOf(file.replace(".txt", "")),
            topics: [],
            source: `by hand: ${hand}`,
            isHeldOut: false,
            document,
            ...(language && { language }),
          });
      }
  rmSync(directory, { recursive: true });
  return samples;
}

/**
 * Puts blank lines between the lines of a text, because a reader of Markdown joins them. The files that the samples are like have a paragraph a line.
 * Lists, tables and code stay as they are.
 */
function inParagraphs(text: string): string {
  let isCode = false;
  const lines = text.split("\n");
  return lines
    .map((line, index) => {
      if (line.startsWith("```")) isCode = !isCode;
      const next = lines[index + 1];
      const isWithin = isCode || next === undefined || staysWithNext(line, next);
      return isWithin ? line : `${line}\n`;
    })
    .join("\n");
}

function staysWithNext(line: string, next: string): boolean {
  const isOfList = /^\s*(?:[-*+]|\d+[.)])\s/;
  const isOfTable = /^\s*\|/;
  return (
    line.trim() === "" ||
    next.trim() === "" ||
    (isOfList.test(line) && /^\s*(?:[-*+]|\d+[.)])\s|^\s{2,}/.test(next)) ||
    (isOfTable.test(line) && isOfTable.test(next)) ||
    /^(?: {4}|\t)/.test(next)
  );
}

async function documentOf(written: string, directory: string): Promise<DocumentInput | null> {
  const [, head = "", text = ""] = /^\s*((?:[a-z]+:.*\n)+)\s*\n([\s\S]*)$/.exec(written) ?? [];
  if (text.trim() === "") return null;
  const format = /^format: *(\w+)/m.exec(head)?.[1] ?? "txt";
  const path = join(directory, `sample.${endings[format] ?? "md"}`);
  writeFileSync(path, `${path.endsWith(".md") ? inParagraphs(text.trim()) : text.trim()}\n`);
  const document = await readDocument(path);
  if (!document) return null;
  const isSlides = format === "pptx" || format === "odp";
  const pageCount = isSlides
    ? text.split(/^---$/m).length
    : Math.ceil(document.text.length / CHARACTERS_IN_A_PAGE);
  const pages = isSlides
    ? [{ width: 16, height: 9 }]
    : format === "pdf"
      ? [{ width: 210, height: 297 }]
      : [];
  return { ...document, format: formats[format] ?? format, pageCount, pages };
}
