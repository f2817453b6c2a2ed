import { z } from "zod";

import { invalidInput } from "../errors";
import { asQuotaExceeded } from "../quota-exceeded";
import { unstorableTexts } from "../unstorable-text";

/**
 * Returns the input as its schema reads it. Throws `INVALID_INPUT` with every place that does not fit, also for text that PostgreSQL cannot
 * store. Text from a job is not searched, because it comes from documents, which were cleaned when they were read.
 */
export function parseInput<Input extends z.ZodType>(
  schema: Input,
  raw: unknown,
  { isFromJob }: { isFromJob: boolean },
): z.output<Input> {
  const result = schema.safeParse(raw);
  if (result.success) {
    const unstorable = isFromJob ? [] : unstorableTexts(result.data);
    if (unstorable.length === 0) return result.data;
    return invalidInput("The input holds text that cannot be stored", unstorable);
  }
  const errors = result.error.issues.map(({ path, message }) => ({
    path: path.join("."),
    message,
  }));
  return invalidInput(z.prettifyError(result.error), errors);
}

/** Rethrows an error. Throws `INVALID_INPUT` in its place if the database refused a cursor, and `QUOTA_EXCEEDED` if it refused usage. */
export function explained(error: unknown): never {
  const full = asQuotaExceeded(error);
  if (full) throw full;
  if (!(error instanceof Error && error.name === "ForeignCursor")) throw error;
  const message = "The cursor is not one of ours; begin without it";
  return invalidInput(message, [{ path: "cursor", message }]);
}

/** Returns the output cut to its schema. Throws an internal error, never one for the caller, if the output does not fit. */
export function checkOutput<Output extends z.ZodType>(
  name: string,
  schema: Output,
  output: z.input<Output>,
): z.output<Output> {
  const result = schema.safeParse(output);
  if (result.success) return result.data;
  throw new Error(
    `${name} returned what its output does not allow: ${z.prettifyError(result.error)}`,
  );
}
