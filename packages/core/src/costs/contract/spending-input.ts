import { z } from "zod";

import { invalidInput } from "../../errors";
import { moment } from "../../moment";
import { callStates } from "./money-words";

const MOST_DAYS = 366;
const DAY_MS = 86_400_000;
const text = z.string().max(200).nullable().default(null);

/** The span and the filter of what was spent: the last days, or from one moment until before another. */
export const spendingInput = {
  days: z.number().int().min(1).max(MOST_DAYS).default(30),
  from: moment.optional(),
  to: moment.optional(),
  model: text,
  operation: text,
  userId: text,
  apiKeyId: text,
  state: z.enum(callStates).nullable().default(null),
};

type Input = {
  days: number;
  from?: Date | undefined;
  to?: Date | undefined;
  model: string | null;
  operation: string | null;
  userId: string | null;
  apiKeyId: string | null;
  state: string | null;
};

/** Returns the filter for the repository. Throws `INVALID_INPUT` for a span that is empty or too long. */
export function spendingFilterOf(input: Input, workspaceId: string | null, now: Date) {
  const { days, from, to, model, operation, userId, apiKeyId, state } = input;
  const until = to ?? new Date(now.getTime() + 1);
  const since = from ?? new Date(until.getTime() - days * DAY_MS);
  const length = (until.getTime() - since.getTime()) / DAY_MS;
  if (length <= 0 || length > MOST_DAYS)
    invalidInput(`Choose a range that does not end before it begins, of ${MOST_DAYS} days at most`);
  return { since, until, workspaceId, model, operation, userId, apiKeyId, state };
}
