import { AppError } from "./errors";

const SAID = /quota_exceeded:(\w+):(\d+)/;

const names: Readonly<Record<string, string>> = {
  pages: "pages that it may read in a month",
  tokens: "tokens of outside models that it may use in a month",
  questions: "questions that it may ask in a month",
  storage: "storage",
  seats: "seats",
  connectors: "sources",
  apiCalls: "API calls that it may make in a month",
};

/**
 * Returns the refusal of a quota as an error for the caller, however deep libraries have wrapped what the database said. Returns null for any other
 * error.
 */
export function asQuotaExceeded(error: unknown): AppError | null {
  if (error instanceof AppError) return error.code === "QUOTA_EXCEEDED" ? error : null;
  const said = saidBy(error);
  return said ? quotaExceeded(said.meter, said.hard, error) : null;
}

/** Returns the error for a meter that is used up. */
export function quotaExceeded(meter: string, hard: number, cause?: unknown): AppError {
  const limit = meter === "storage" ? `${Math.round(hard / 1024 ** 2)} MB` : `${hard}`;
  return new AppError(
    "QUOTA_EXCEEDED",
    `This workspace has no room left for more ${names[meter] ?? meter}: its limit is ${limit}`,
    {
      hint: "Nothing that is stored was changed. An owner or admin can ask for more in the settings, under “Plan and usage”.",
      cause,
    },
  );
}

function saidBy(error: unknown, depth = 0): { meter: string; hard: number } | null {
  if (typeof error !== "object" || error === null || depth > 5) return null;
  for (const key of ["message", "originalMessage"]) {
    const found = SAID.exec(String(Reflect.get(error, key) ?? ""));
    if (found) return { meter: found[1] ?? "", hard: Number(found[2]) };
  }
  for (const key of ["cause", "meta", "driverAdapterError"]) {
    const found = saidBy(Reflect.get(error, key), depth + 1);
    if (found) return found;
  }
  return null;
}
