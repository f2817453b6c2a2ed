import { z } from "zod";
import { AppError, errorCodes } from "../../errors";

/** The reason why a stage failed, in words for people. A final failure would fail again, so it is not retried. */
export type Failure = { code: string; message: string; remedy: string; isFinal: boolean };

const Explained = z.object({
  name: z.enum(["ReadingError", "AppError", "TranscriptionFailed"]),
  code: z.string(),
  message: z.string(),
  remedy: z.string().optional(),
  hint: z.string().optional(),
});

const transient = new Set(["INTERNAL", "PROVIDER_UNAVAILABLE", "RATE_LIMITED"]);

export function failureOf(error: unknown): Failure {
  const explained = Explained.safeParse(error instanceof Error ? fieldsOf(error) : error);
  if (!explained.success)
    return {
      code: "INTERNAL",
      message: "Something went wrong inside BeSunny.",
      remedy: "Try again; if it happens again, tell your administrator the document's id.",
      isFinal: false,
    };
  const { code, message, remedy, hint } = explained.data;
  return {
    code,
    message,
    remedy: remedy ?? hint ?? "Try again.",
    isFinal: !transient.has(code),
  };
}

/** Returns an error's fields as an object that a schema can read: its name and message are not enumerable. */
function fieldsOf(error: Error): object {
  return { ...error, name: error.name, message: error.message };
}

/** Throws the reader's message about a file that cannot be drawn. Throws an unexpected error unchanged. */
export function undrawn(error: unknown): never {
  const { code, message, remedy } = failureOf(error);
  const known = errorCodes.find((each) => each === code);
  if (!known || known === "INTERNAL") throw error;
  throw new AppError(known, message, { hint: remedy, cause: error });
}
