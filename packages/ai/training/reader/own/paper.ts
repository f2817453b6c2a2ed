import type { Language } from "./slots/draw";

/**
 * A paper of our own field. `[key:words]` marks what answers the questions of the key. `{slot}` is filled at random. A slot that ends in a letter from
 * A to E keeps its value within the paper. `missing` are questions that the paper does not answer.
 */
export type Paper = {
  title: string;
  language: Language;
  text: string;
  questions: Record<string, string[]>;
  missing: string[];
};
