import { AppError, invalidInput } from "../errors";

const DAY_MS = 86_400_000;
const DAYS_BY_DEFAULT = 90;
/** A year, and the day by which some are longer. */
const MOST_DAYS = 366;

export const apiKeyStates = ["active", "expired", "revoked"] as const;
export type ApiKeyState = (typeof apiKeyStates)[number];

export function stateOf(
  { revokedAt, expiresAt }: { revokedAt: Date | null; expiresAt: Date | null },
  now: Date,
): ApiKeyState {
  if (revokedAt) return "revoked";
  return expiresAt && expiresAt <= now ? "expired" : "active";
}

type Wish = { wished: Date | null | undefined; now: Date; mayBeNever: boolean };

/** When a new key ends: after 90 days where nothing is wished, never where null is wished and may be. */
export function expiryOf({ wished, now, mayBeNever }: Wish): Date | null {
  if (wished === undefined) return new Date(now.getTime() + DAYS_BY_DEFAULT * DAY_MS);
  if (wished === null) {
    if (mayBeNever) return null;
    throw new AppError("FORBIDDEN", "Only owners and admins may make a key that never ends", {
      hint: "Choose a day within a year.",
    });
  }
  if (wished <= now) refuse("A key cannot end in the past", "Choose a day that is still to come");
  if (wished.getTime() > now.getTime() + MOST_DAYS * DAY_MS)
    refuse("A key lasts a year at most", "Choose a day within a year");
  return wished;
}

function refuse(message: string, remedy: string): never {
  return invalidInput(message, [{ path: "expiresAt", message: remedy }]);
}
