import { sentencesOfText } from "@besunny/document-model/sentences";
import { z } from "zod";
import { words } from "../../src/understanding/names/words";
import { kindOfTag } from "./kinds";
import type { NamedSentence } from "./named-sentence";

const Span = z.object({ start: z.number(), end: z.number() });
const Document = z.object({
  id: z.string(),
  text: z.object({ string: z.string() }),
  conceptMentions: z
    .object({ array: z.array(z.object({ type: z.string(), span: Span })) })
    .nullish(),
});

/** Reads the SmartData corpus: one JSON document after another, each with its text and the spans of its names. */
export function readSmartdata(text: string): NamedSentence[] {
  return text
    .split(/(?<=^\})\s*(?=\{)/m)
    .filter((part) => part.trim() !== "")
    .flatMap((part) => document(Document.parse(JSON.parse(part))));
}

function document({ id, text, conceptMentions }: z.infer<typeof Document>): NamedSentence[] {
  const mentions = (conceptMentions?.array ?? []).flatMap(({ type, span }) => {
    const kind = kindOfTag(type);
    return kind ? [{ kind, ...span }] : [];
  });
  return sentencesOfText(text.string, 0, text.string.length).map(([start, end]) => {
    const split = words(text.string.slice(start, end));
    const names = mentions.flatMap(({ kind, ...span }) => {
      const from = split.findIndex((word) => start + word.start >= span.start);
      const to = split.findLastIndex((word) => start + word.end <= span.end) + 1;
      return span.start >= start && span.end <= end && from >= 0 && to > from
        ? [{ kind, from, to }]
        : [];
    });
    return { words: split, names, document: id };
  });
}
