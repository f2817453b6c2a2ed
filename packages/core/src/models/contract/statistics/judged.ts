/** The answer of a model about one labelled document. */
export type Judged = {
  /** The word of a person. */
  label: string;
  /** The model's answer; null if it leaves the answer open. */
  said: string | null;
  /** The likeliest answer, also where the model leaves it open; null if it has none. */
  likeliest: string | null;
  /** The model's confidence in its likeliest answer, from 0 to 1. */
  confidence: number;
};

/** Returns whether the model said what people say. An open answer is not right. */
export function isRight({ label, said }: Pick<Judged, "label" | "said">): boolean {
  return said === label;
}
