/** Reports an obstacle outside the code; the message says what it is and what to do about it. */
export class PreparationError extends Error {
  override readonly name = "PreparationError";

  /** The remedy, one or two sentences; the message ends with it. */
  readonly remedy: string;

  constructor(what: string, remedy: string, options?: ErrorOptions) {
    super(`${what} ${remedy}`, options);
    this.remedy = remedy;
  }
}
