import { feature } from "./feature";

/** The features of the amount of text. */
export const amountFeatures = [
  feature("characters", ({ model }) => model.text.length),
  feature("words", ({ words }) => words.length),
  feature("pages", ({ model }) => model.pages.length),
  feature("bytes", ({ known }) => known.size),
  feature("wordsPerPage", ({ model, words }) =>
    Math.round(words.length / Math.max(1, model.pages.length)),
  ),
  feature("emptyText", ({ words }) => (words.length < FEW_WORDS ? 1 : 0)),
  feature("attachments", ({ model }) => model.attachments.length),
];

/** Fewer words say nothing that can be found. */
const FEW_WORDS = 3;
