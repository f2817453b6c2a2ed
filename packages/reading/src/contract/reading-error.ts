export type ReadingErrorCode =
  | "UNSUPPORTED_TYPE"
  | "ENCRYPTED"
  | "CORRUPT"
  | "EMPTY"
  | "NO_TRANSCRIPTION"
  | "TOO_LARGE"
  | "TIMEOUT"
  | "INTERNAL";

/** An error of reading a file: `message` is one plain sentence with the reason, `remedy` one with the owner's next step. */
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
