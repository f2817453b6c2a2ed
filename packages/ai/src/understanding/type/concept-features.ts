import type { DocumentInput } from "../../ai";
import { conceptNames } from "./lexicon/concepts";
import { type ConceptHit, findConcepts, type Zone } from "./lexicon/find-concepts";

const CHARACTERS_READ = 24_000;
const CHARACTERS_IN_A_PAGE = 3_000;
const LAST_LINES = 10;
const parts = ["first lines", "headings", "labels", "phrases", "density", "last lines"] as const;

/** The names of the features of `conceptFeatures`, in order. */
export const conceptFeatureNames: readonly string[] = conceptNames.flatMap((name) =>
  parts.map((part) => `${name}: ${part}`),
);

/**
 * Returns how a document speaks of each concept, each feature from 0 to 1. The parts are: how early in the first lines, how many headings, how
 * many labels and how many different phrases. The last two are how often for its length, and how many phrases in the last lines.
 */
export function conceptFeatures(
  document: Pick<DocumentInput, "text" | "blocks">,
  hits: readonly ConceptHit[] = findConcepts(document),
): Float32Array {
  const pages = Math.max(1, Math.min(CHARACTERS_READ, document.text.length) / CHARACTERS_IN_A_PAGE);
  const lineCount = document.text
    .slice(0, CHARACTERS_READ)
    .split("\n")
    .filter((line) => /[\p{L}\p{N}#]/u.test(line)).length;
  const end = Math.max(lineCount / 2, lineCount - LAST_LINES);
  const byConcept = Map.groupBy(hits, ({ concept }) => concept);
  return Float32Array.from(
    conceptNames.flatMap((name) => {
      const own = byConcept.get(name) ?? [];
      const phrases = (zone?: Zone) =>
        new Set(own.filter((hit) => !zone || hit.zone === zone).map(({ phrase }) => phrase)).size;
      const lines = own.filter(({ zone }) => zone === "top").map(({ line }) => line);
      return [
        lines.length === 0 ? 0 : Math.max(0, 1 - Math.min(...lines) / 20),
        saturated(phrases("heading"), 1),
        saturated(phrases("label"), 2),
        saturated(phrases(), 4),
        saturated(own.length, 6 * Math.sqrt(pages)),
        saturated(own.filter(({ line }) => line >= end).length, 1),
      ];
    }),
  );
}

function saturated(count: number, half: number): number {
  return count / (count + half);
}
