import type { ParsedDocument } from "../parsed-document";
import { findMojibake } from "./mojibake";
import { rewriteText } from "./rewrite-text";

/** Returns the document with letters in the places where UTF-8 was read as Windows-1252. A document without such places is unchanged. */
export function repairEncoding(model: ParsedDocument): ParsedDocument {
  const { title } = model.metadata;
  const repaired = rewriteText(model, findMojibake(model.text));
  if (!title) return repaired;
  return { ...repaired, metadata: { ...repaired.metadata, title: repairedLine(title) } };
}

/** The title is too short for a proof of its own: it is judged twice over. */
function repairedLine(line: string): string {
  return findMojibake(`${line}\n${line}`)
    .filter(({ span }) => span[1] <= line.length)
    .toReversed()
    .reduce(
      (text, { span, text: put }) => text.slice(0, span[0]) + put + text.slice(span[1]),
      line,
    );
}
