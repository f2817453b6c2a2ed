/** The reasons for which a condition, a text or a definition is refused. Screens have a sentence for each. */
export const problemCodes = [
  "syntax",
  "unknown-field",
  "unknown-name",
  "type",
  "not-a-condition",
  "function",
  "operator",
  "pattern",
  "matches",
  "day",
  "loop",
  "map",
  "too-long",
  "too-complex",
  "comparison",
  "value",
  "empty",
  "template",
  "cycle",
  "missing-node",
  "unreached",
  "same-id",
  "no-approvers",
  "too-few-approvers",
  "unknown-action",
  "input",
  "gone",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/**
 * A mistake with its place. `path` leads to it in the definition or in the rows; `start` and `end` are its letters in a text. `near` is a name
 * that may be meant.
 */
export type Problem = {
  code: ProblemCode;
  message: string;
  path: (string | number)[];
  start?: number;
  end?: number;
  near?: string;
};
