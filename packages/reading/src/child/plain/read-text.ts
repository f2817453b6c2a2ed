import type { DocumentModel } from "../../document-model";
import { createModelBuilder, type ModelBuilder } from "../../model-builder";
import { decodeText } from "../decode-text";
import type { Source } from "../read-file";

/** Plain text by its paragraphs; JSON as pieces of code. */
export async function readText(source: Source): Promise<DocumentModel> {
  const builder = createModelBuilder(source);
  builder.startPage({ kind: "flow" });
  const text = decodeText(source.bytes);
  if (source.format === "json") addCode(builder, text);
  else addPlainText(builder, text);
  return builder.build();
}

/** Paragraphs are parted by empty lines; lines that begin with a mark of a list stand alone. */
export function addPlainText(builder: ModelBuilder, text: string) {
  for (const part of text.replace(/\r\n?/g, "\n").split(/\n[ \t\f\v]*\n\s*/)) {
    const lines = part.split("\n");
    const kind = headingKind(lines);
    if (kind) builder.add({ kind: "heading", level: kind, text: lines[0] ?? "" });
    const rest = kind ? lines.slice(underlined(lines) ? 2 : 1) : lines;
    for (const piece of pieces(rest))
      builder.add({ kind: listMark.test(piece) ? "list-item" : "paragraph", text: piece });
  }
}

const listMark = /^\s*([-*•–]|\d{1,3}[.)]|\(?[a-z][.)])\s+\S/;

function pieces(lines: string[]): string[] {
  if (lines.filter((line) => listMark.test(line)).length < 2) return [lines.join("\n")];
  const found: string[] = [];
  for (const line of lines) {
    if (found.length === 0 || listMark.test(line)) found.push(line);
    else found.push(`${found.pop()}\n${line}`);
  }
  return found;
}

function underlined([, second = ""]: string[]): boolean {
  return /^\s*(={3,}|-{3,}|~{3,})\s*$/.test(second);
}

/** A short line over a rule, or a lone line in capitals or with a number such as "3. Term". */
function headingKind(lines: string[]): number | null {
  const [first = ""] = lines;
  const line = first.trim();
  if (line.length < 3 || line.length > 100 || !/\p{L}{2}/u.test(line)) return null;
  if (underlined(lines)) return /=/.test(lines[1] ?? "") ? 1 : 2;
  if (lines.length > 1) return null;
  if (/^(article|section|chapter|part|appendix|annex|schedule)\s+[\dIVXLA-Z]+\b/i.test(line))
    return 2;
  if (/^\d+(\.\d+)*\.?\s+\p{Lu}/u.test(line) && !/[.;,]$/.test(line) && line.length < 70) return 2;
  return line === line.toUpperCase() && !/[.;,:]$/.test(line) && /\p{Lu}{3}/u.test(line) ? 2 : null;
}

function addCode(builder: ModelBuilder, text: string) {
  let piece = "";
  for (const line of text.split("\n")) {
    if (piece && piece.length + line.length > 2_000) {
      builder.add({ kind: "code", text: piece });
      piece = "";
    }
    piece += piece ? `\n${line}` : line;
  }
  builder.add({ kind: "code", text: piece });
}
