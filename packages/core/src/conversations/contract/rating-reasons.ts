/** The reasons that a reader can give for an answer that did not help. */
export const ratingReasons = [
  "incorrect",
  "incomplete",
  "wrong_documents",
  "outdated",
  "unclear",
  "other",
] as const;
export type RatingReason = (typeof ratingReasons)[number];
