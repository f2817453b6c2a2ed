import { heldBy, textOf } from "./held-by";

/** A failure, in words for a person. */
export type Problem = {
  message: string;
  hint: string | null;
  code: string | null;
  traceId: string | null;
};

/** Reads any error as a problem; what did not come from the API keeps its own words. */
export function problemOf(error: unknown): Problem {
  const data = heldBy(error, "data");
  return {
    message: textOf(error, "message") ?? "",
    hint: textOf(data, "hint"),
    code: textOf(data, "code"),
    traceId: textOf(data, "traceId"),
  };
}
