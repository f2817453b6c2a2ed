export type ReadingErrorCode =
  | "UNSUPPORTED_TYPE"
  | "ENCRYPTED"
  | "CORRUPT"
  | "EMPTY"
  | "TOO_LARGE"
  | "TIMEOUT"
  | "INTERNAL";

/** Why a file could not be read, in one plain sentence, and in another what its owner can do about it. */
export class ReadingError extends Error {
  override readonly name = "ReadingError";

  readonly code: ReadingErrorCode;
  readonly remedy: string;

  constructor(code: ReadingErrorCode, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.remedy = remedy;
  }
}
