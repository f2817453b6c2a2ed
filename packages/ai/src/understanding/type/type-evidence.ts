import type { DocumentInput, Span } from "../../ai";
import { type ConceptHit, type Zone, zones } from "./lexicon/find-concepts";
import { foldWords } from "./lexicon/fold-words";
import type { TypeModel } from "./type-model";

const MOST_EVIDENCE = 3;
const LEAST_WEIGHT = 0.2;
/** The share of a concept's largest weight that it must have for the type. Below it, the concept speaks for another type. */
const LEAST_SHARE = 0.6;
const LETTERS_OF_A_WORD = 5;

const partOf: Record<Zone, string> = {
  top: "first lines",
  heading: "headings",
  label: "labels",
  text: "phrases",
};

/**
 * Returns the words that a person would point to: of concepts that speak more for this type than for others. Titles and labels come first.
 * Single short words are left out, unless they are abbreviations.
 */
export function typeEvidence(
  name: string,
  hits: readonly ConceptHit[],
  { text }: Pick<DocumentInput, "text">,
  model: TypeModel,
): Span[] {
  const weightOf = weights(model, name);
  const seen = new Set<string>();
  return hits
    .map((hit) => ({ ...hit, weight: weightOf(hit) }))
    .filter(({ weight, span }) => weight > LEAST_WEIGHT && isTelling(text.slice(...span)))
    .sort(
      (a, b) =>
        zones.indexOf(a.zone) - zones.indexOf(b.zone) || b.weight - a.weight || a.line - b.line,
    )
    .filter(({ concept, span }) => {
      const words = foldWords(text.slice(...span)).map(({ word }) => word);
      const isNew = !seen.has(`concept ${concept}`) && words.some((word) => !seen.has(word));
      if (isNew) for (const each of [`concept ${concept}`, ...words]) seen.add(each);
      return isNew;
    })
    .slice(0, MOST_EVIDENCE)
    .map(({ span }) => span);
}

/** Returns the weight of a hit for a type, or nought if the concept speaks more for another one. */
function weights({ types, features, weights: all }: TypeModel, name: string) {
  const row = types.indexOf(name);
  const width = all.length / types.length;
  const columns = new Map(features.map((feature, column) => [feature, column]));
  return ({ concept, zone }: ConceptHit): number => {
    const column = columns.get(`${concept}: ${partOf[zone]}`);
    if (row < 0 || column === undefined) return 0;
    const own = all[row * width + column] ?? 0;
    const largest = Math.max(...types.map((_, each) => all[each * width + column] ?? 0));
    return own >= LEAST_SHARE * largest ? own : 0;
  };
}

function isTelling(words: string): boolean {
  return (
    /\P{L}/u.test(words.trim()) || words.length >= LETTERS_OF_A_WORD || /^\p{Lu}{3,}$/u.test(words)
  );
}
