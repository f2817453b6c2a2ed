import { AppError } from "./errors";

const CODES = new Set(["ENOSPC", "EDQUOT"]);

/**
 * Returns the error of a full disk (or a used-up quota) as an error for the caller, however deep libraries have wrapped it. Returns null
 * for any other error.
 */
export function asStorageFull(error: unknown): AppError | null {
  if (error instanceof AppError) return error.code === "STORAGE_FULL" ? error : null;
  return isOfFullDisk(error) ? storageFull({ cause: error }) : null;
}

/** Returns the error for a disk without room for a write. */
export function storageFull(options: ErrorOptions = {}): AppError {
  return new AppError("STORAGE_FULL", "The disk of the server is full", {
    hint: "Nothing was kept. Ask the person who runs BeSunny to free some space, then try again.",
    ...options,
  });
}

function isOfFullDisk(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && CODES.has(String(error.code))) return true;
  return isOfFullDisk(error.cause);
}
