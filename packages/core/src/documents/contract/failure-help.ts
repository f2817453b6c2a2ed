/** The helps for a failed document: its password, another try, or nothing but another file. */
export const failureHelps = ["password", "retry", "replace"] as const;
export type FailureHelp = (typeof failureHelps)[number];

/** Codes of failures that the file itself causes: another try would fail again. */
export const lastingCodes: readonly string[] = [
  "UNSUPPORTED_TYPE",
  "TOO_LARGE",
  "CORRUPT",
  "EMPTY",
  "INVALID_INPUT",
];

/** Returns what helps with a failure of this code. */
export function failureHelpOf(code: string): FailureHelp {
  if (code === "ENCRYPTED") return "password";
  return lastingCodes.includes(code) ? "replace" : "retry";
}
