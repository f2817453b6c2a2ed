import { AppError } from "./errors";
import { asStorageFull } from "./storage-full";

/** What Prisma and its driver call a database that cannot be reached, hung up, or is just starting or ending. */
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

/** An error in our words, where it is ours, a full disk's, or one of a database that is away for now; null for what is a fault. */
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

/** Libraries wrap each other: each level has a name of its own for it, if any. */
function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 5) return false;
  const names = ["code", "kind", "originalCode"].map((key) => Reflect.get(error, key));
  if (names.some((name) => AWAY.has(String(name)))) return true;
  return ["cause", "meta", "driverAdapterError"].some((key) =>
    isDatabaseAway(Reflect.get(error, key), depth + 1),
  );
}
