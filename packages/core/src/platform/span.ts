import { z } from "zod";

import { invalidInput } from "../errors";
import { moment } from "../moment";

/** The longest span of figures, in days. */
const MOST_DAYS = 366;
const DAY_MS = 86_400_000;
/** Up to this many days figures are cut by the hour. */
const HOURLY_DAYS = 2;

/** The span of figures: the last days, or from a moment to another, whose end is left out; and one workspace or all. */
export const spanInput = {
  days: z.number().int().min(1).max(MOST_DAYS).default(7),
  from: moment.optional(),
  to: moment.optional(),
  workspaceId: z.string().max(60).nullable().default(null),
};

type SpanInput = { days: number; from?: Date | undefined; to?: Date | undefined };

/** Returns the beginning and the end of a span, and how finely it is cut. Throws `INVALID_INPUT` for one that is empty or too long. */
export function spanOf({ days, from, to }: SpanInput, asOf: Date) {
  const until = to ?? asOf;
  const since = from ?? new Date(until.getTime() - days * DAY_MS);
  const length = (until.getTime() - since.getTime()) / DAY_MS;
  if (length <= 0 || length > MOST_DAYS)
    invalidInput(`Choose a range that does not end before it begins, of ${MOST_DAYS} days at most`);
  const grain: "hour" | "day" = length <= HOURLY_DAYS ? "hour" : "day";
  return { since, until, grain };
}
