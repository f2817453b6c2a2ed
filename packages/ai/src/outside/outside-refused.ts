/** The reasons for which a call does not go out, beside texts that may not leave. */
export type RefusedBy = "budget" | "unknown price" | "breaker";

/** Thrown if a call does not go out, with a sentence for people that says what to do. */
export class OutsideRefused extends Error {
  override readonly name = "OutsideRefused";
  readonly by: RefusedBy;

  constructor(by: RefusedBy, message: string) {
    super(message);
    this.by = by;
  }
}
