/** Structured log lines. Never document text, never secrets. */
export type Log = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
};
