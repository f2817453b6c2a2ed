import type { ApiKey as StoredApiKey } from "@besunny/db/workspace/api-keys";
import type { z } from "zod";

import { AppError, invalidInput } from "../errors";
import { type ApiKey, type ApiKeyState, scopesIn } from "./contract";

const DAY_MS = 86_400_000;
const DAYS_BY_DEFAULT = 90;
/** The longest life of a key: a year, plus the leap day. */
const MOST_DAYS = 366;

/** Returns the state of a key at the time `now`. */
export function stateOf(
  { revokedAt, expiresAt }: Pick<StoredApiKey, "revokedAt" | "expiresAt">,
  now: Date,
): ApiKeyState {
  if (revokedAt) return "revoked";
  return expiresAt && expiresAt <= now ? "expired" : "active";
}

/** Returns the key as people see it at the time `now`. */
export function apiKeyOf(
  { scopes, id, name, prefix, createdAt, expiresAt, lastUsedAt, revokedAt }: StoredApiKey,
  now: Date,
): z.output<typeof ApiKey> {
  return {
    ...{ id, name, prefix, createdAt, expiresAt, lastUsedAt, revokedAt },
    scopes: scopesIn(scopes),
    state: stateOf({ revokedAt, expiresAt }, now),
  };
}

type Wish = { wished: Date | null | undefined; now: Date; mayBeNever: boolean };

/** Returns when a new key ends: after 90 days if `wished` is undefined, never (null) if `wished` is null and that is allowed. */
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
