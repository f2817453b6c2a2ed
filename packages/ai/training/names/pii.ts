import { z } from "zod";

import { words } from "../../src/understanding/names/words";
import type { NamedKind, NamedSentence, NameSpan } from "./named-sentence";

const Entry = z.object({
  full_text: z.string(),
  template_id: z.number(),
  spans: z.array(
    z.object({ entity_type: z.string(), start_position: z.number(), end_position: z.number() }),
  ),
});

const kinds: Record<string, NamedKind> = {
  PERSON: "person",
  ORGANIZATION: "organisation",
  GPE: "place",
};

/** Reads synthetic everyday texts of presidio-research with names. The texts of one template count as one document. */
export function readPii(text: string): NamedSentence[] {
  const entries = z.array(Entry).parse(JSON.parse(text));
  return entries.map(({ full_text, template_id, spans }) => {
    const split = words(full_text);
    const names = spans.flatMap((span): NameSpan[] => {
      const kind = kinds[span.entity_type];
      const from = split.findIndex((word) => word.start >= span.start_position);
      const to = split.findLastIndex((word) => word.end <= span.end_position) + 1;
      return kind && from >= 0 && to > from ? [{ kind, from, to }] : [];
    });
    return { words: split, names, document: `template ${template_id}` };
  });
}
