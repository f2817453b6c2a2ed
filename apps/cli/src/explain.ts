/** Errors whose message was written for the person at the screen. */
const plain = new Set(["PreparationError", "EnvError", "AppError", "TypeError"]);

const remedies: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full: free some space and start again; nothing is lost.",
  EACCES:
    "Give that file or folder to the user who starts BeSunny, or set BESUNNY_DATA_DIR to another.",
  EPERM:
    "Give that file or folder to the user who starts BeSunny, or set BESUNNY_DATA_DIR to another.",
  EROFS: "The disk is read-only: set BESUNNY_DATA_DIR to a folder that can be written.",
  ECONNREFUSED: "The database does not answer: start BeSunny, or check DATABASE_URL.",
};

/** Returns the text to print about an error: its message with a remedy, its message alone, or a report of a fault. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const remedy = "code" in error ? remedies[String(error.code)] : undefined;
  if (remedy) return `${error.message || error.name}\n  ${remedy}`;
  if (plain.has(error.name) && !isFault(error)) return error.message;
  return `This is a fault of BeSunny itself; please report it.\n${error.stack ?? error.message}`;
}

/** `parseArgs` and our own main throw TypeErrors about what was typed; the language throws them about faults. */
function isFault(error: Error): boolean {
  if (error.name !== "TypeError") return false;
  const isAboutArguments = "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
  return !isAboutArguments && !error.message.startsWith("There is no ");
}
