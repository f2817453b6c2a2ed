import { type FailureHelp, failureHelpOf } from "@besunny/api/browser/vocabulary";

/** An error in one line; the names that every error has are left out. */
export function errorWords({ name, message }: { name: string; message: string }): string {
  return name === "Error" || name === "NonRetriableError" ? message : `${name}: ${message}`;
}

/** Returns what helps with a failed run. A document that ended in failure names the code at the beginning of the message. */
export function helpOf({ name, message }: { name: string; message: string }): FailureHelp {
  const [, code] = name === "NonRetriableError" ? (/^([A-Z_]+): /.exec(message) ?? []) : [];
  return code ? failureHelpOf(code) : "retry";
}
