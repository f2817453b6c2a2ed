import { AppError } from "./errors";
import { asStorageFull } from "./storage-full";

/** The codes with which Prisma and its driver report a database that cannot be reached, hung up, or is just starting or ending. */
const AWAY = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TooManyConnections",
  "57P01",
  "57P02",
  "57P03",
]);

/**
 * Returns an error for the caller: one of BeSunny's own, of a full disk, or of a database that does not answer. Returns null for any other
 * error, which is a fault.
 */
export function knownTrouble(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  return asStorageFull(error) ?? (isDatabaseAway(error) ? databaseAway(error) : null);
}

function databaseAway(cause: unknown): AppError {
  return new AppError("PROVIDER_UNAVAILABLE", "The database of BeSunny does not answer right now", {
    hint: "Try again in a moment.",
    retryAfterSeconds: 5,
    cause,
  });
}

/**
 * Returns whether an error, or an error inside it, is of a database that is away. Libraries wrap each other's errors, and each has its own
 * names for this.
 */
function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 5) return false;
  const names = ["code", "kind", "originalCode"].map((key) => Reflect.get(error, key));
  if (names.some((name) => AWAY.has(String(name)))) return true;
  return ["cause", "meta", "driverAdapterError"].some((key) =>
    isDatabaseAway(Reflect.get(error, key), depth + 1),
  );
}
