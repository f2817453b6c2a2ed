import type { ParsedDocument } from "@besunny/document-model/parsed-document";

/** The facts about a document beside its text, before anybody labels it. It has no type and no label: a feature cannot read one. */
export type KnownBefore = {
  /** The way it came: `upload`, `api`, `mail`, `attachment` or `sample`. */
  source: string;
  /** Of the file, in bytes. */
  size: number;
  /** The address of a mail's sender; null for documents of other kinds. */
  sender: string | null;
  /** The number of other documents with nearly the same text; null before it is indexed. */
  nearDuplicates: number | null;
};

/** The parsed document with parts that several features count, so that they are found once. */
export type Measured = {
  model: ParsedDocument;
  known: KnownBefore;
  words: readonly string[];
};

/** A number, a word of a small set, or null where it is not known. */
export type FeatureValue = number | string | null;

/**
 * A named number or word about a document. `measure` is pure. Raise `version` when it returns other values for the same document: what was
 * stored is then made again.
 */
export type Feature = {
  name: string;
  version: number;
  measure(of: Measured): FeatureValue;
};

/** Returns a feature of the first version. */
export function feature(name: string, measure: Feature["measure"], version = 1): Feature {
  return { name, version, measure };
}

/** Returns a share of 0 to 1, rounded so that it is stored in few characters; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? Math.round((10_000 * part) / whole) / 10_000 : null;
}
