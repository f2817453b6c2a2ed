import type { DocumentFeatures } from "../ai";
import { isSaid, sayOf } from "./calibration";
import { marginsOf } from "./fit-head";
import { headCase } from "./head-case";
import type { Head } from "./head-file";

/** The answer of a head about a document. `name` is null if it abstains. Candidates are the likeliest classes, best first. */
export type HeadAnswer = {
  name: string | null;
  confidence: number;
  candidates: { name: string; confidence: number }[];
};

const CANDIDATES = 5;

/** Asks a head. Returns null if the document cannot be compared with those that it was trained on. */
export function askHead(
  head: Head,
  text: string,
  features: DocumentFeatures | null,
): HeadAnswer | null {
  if (features?.version !== head.featuresVersion) return null;
  const read = headCase(text, features);
  if (!read) return null;
  const said = sayOf(marginsOf(head, read), head.calibration);
  const candidates = head.classes
    .map((name, index) => ({ name, confidence: said.confidences[index] ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, CANDIDATES);
  return {
    name: isSaid(said, head.calibration) ? (head.classes[said.at] ?? null) : null,
    confidence: said.confidence,
    candidates,
  };
}
