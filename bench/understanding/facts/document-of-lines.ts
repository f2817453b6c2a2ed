import type { DocumentInput } from "@besunny/ai/ai";
import type { PlacedText } from "@besunny/document-model/placed-text";
import type { FactCase } from "./expected";

/** Returns a document of lines with places, as a perfect reading of the page would be. */
export function documentOfLines(lines: NonNullable<FactCase["lines"]>): DocumentInput {
  let text = "";
  const pieces: PlacedText[] = [];
  for (const { text: line, box } of lines) {
    const start = text.length;
    text += line;
    pieces.push({ span: [start, text.length], page: 1, box });
    text += "\n";
  }
  return {
    title: "",
    fileName: "",
    format: "png",
    text,
    blocks: [],
    pageCount: 1,
    metadata: {},
    pieces,
  };
}
