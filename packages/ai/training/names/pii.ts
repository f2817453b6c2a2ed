import { readFileSync } from "node:fs";

import { z } from "zod";

import { words } from "../src/understanding/entities/tagger-features";
import type { LabelledSentence, NameLabel } from "./conll";
import { data } from "./data";

const Entry = z.object({
  full_text: z.string(),
  template_id: z.number(),
  spans: z.array(
    z.object({ entity_type: z.string(), start_position: z.number(), end_position: z.number() }),
  ),
});

const kinds: Record<string, NameLabel> = {
  PERSON: "person",
  ORGANIZATION: "organisation",
  GPE: "place",
};

/** Reads synthetic everyday texts of presidio-research with names. All texts of one template are included or none is. */
export function readPii(isWanted: (template: number) => boolean): LabelledSentence[] {
  const entries = z
    .array(Entry)
    .parse(JSON.parse(readFileSync(data("pii/synth_v2_even.json"), "utf8")));
  return entries
    .filter(({ template_id }) => isWanted(template_id))
    .map(({ full_text, spans }) => {
      const split = words(full_text);
      const labels = split.map(({ start, end }) => {
        const span = spans.find((each) => start >= each.start_position && end <= each.end_position);
        return kinds[span?.entity_type ?? ""] ?? "none";
      });
      return { words: split, labels };
    });
}
