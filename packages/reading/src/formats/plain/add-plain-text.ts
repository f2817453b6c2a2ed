import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import { isNamedPart } from "../../analysis/layout/named-parts";

/** Paragraphs are parted by empty lines; lines that begin with a mark of a list stand alone. */
export function addPlainText(builder: DocumentBuilder, text: string) {
  for (const part of text.replace(/\r\n?/g, "\n").split(/\n[ \t\f\v]*\n\s*|\f/)) {
    const lines = part.split("\n");
    const level = headingLevel(lines);
    if (level) builder.add({ kind: "heading", level, text: lines[0] ?? "" });
    const rest = level ? lines.slice(underlined(lines) ? 2 : 1) : lines;
    for (const piece of pieces(rest))
      if (listMark.test(piece))
        builder.add({ kind: "list-item", level: indentOf(piece), text: piece });
      else builder.add({ kind: "paragraph", text: piece });
  }
}

const listMark = /^\s*([-*•–]|\d{1,3}[.)]|\(?[a-z][.)])\s+\S/;

function indentOf(piece: string): number {
  const indent = /^[ \t]*/.exec(piece)?.[0].replaceAll("\t", "    ").length ?? 0;
  return Math.min(6, 1 + Math.floor(indent / 3));
}

function pieces(lines: string[]): string[] {
  if (lines.filter((line) => listMark.test(line)).length < 2) return [lines.join("\n")];
  const found: string[][] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (!last || listMark.test(line)) found.push([line]);
    else last.push(line);
  }
  return found.map((piece) => piece.join("\n"));
}

function underlined([, second = ""]: string[]): boolean {
  return /^\s*(={3,}|-{3,}|~{3,})\s*$/.test(second.slice(0, 400));
}

/** A short line over a rule, or a lone line in capitals or with a number such as "3. Term". */
function headingLevel(lines: string[]): number | null {
  const [first = ""] = lines;
  const line = first.trim();
  if (line.length < 3 || line.length > 100 || !/\p{L}{2}/u.test(line)) return null;
  if (underlined(lines)) return /=/.test(lines[1] ?? "") ? 1 : 2;
  if (lines.length > 1) return null;
  if (isNamedPart(line)) return 2;
  if (/^\d+(\.\d+)*\.?\s+\p{Lu}/u.test(line) && !/[.;,]$/.test(line) && line.length < 70) return 2;
  return line === line.toUpperCase() && !/[.;,:]$/.test(line) && /\p{Lu}{3}/u.test(line) ? 2 : null;
}
