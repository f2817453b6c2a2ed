import { isLevel, type Meter, meters } from "./meters";

const DAY_MS = 86_400_000;

/** A month of UTC, from its first moment to that of the next. */
export type Month = { startsAt: Date; endsAt: Date };

/** Returns the month that holds a moment, or one that is so many months after it. */
export function monthOf(at: Date, after = 0): Month {
  const start = (months: number) =>
    new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1));
  return { startsAt: start(after), endsAt: start(after + 1) };
}

type DaySum = { meter: string; day: string; quantity: number };

/**
 * Returns the quantities of an invoice. Of what was done it is the sum. Of what there is, it is the highest level at the end of a day of
 * UTC. The order in which rows came does not matter. `now` ends the last day of a month under way.
 */
export function quantitiesOf(
  { startsAt, endsAt }: Month,
  given: {
    days: readonly DaySum[];
    before: readonly { meter: string; quantity: number }[];
    now: Date;
  },
): Map<Meter, number> {
  const from = dayOf(startsAt);
  const until = dayOf(new Date(Math.min(endsAt.getTime() - 1, given.now.getTime())));
  return new Map(
    meters.map((meter) => {
      const own = given.days.filter(
        ({ meter: of, day }) => of === meter && day >= from && day < dayOf(endsAt),
      );
      if (!isLevel(meter)) return [meter, own.reduce((sum, { quantity }) => sum + quantity, 0)];
      const held = given.before.find(({ meter: of }) => of === meter)?.quantity ?? 0;
      return [meter, highest(held, own, { from, until })];
    }),
  );
}

function highest(
  held: number,
  days: readonly DaySum[],
  { from, until }: { from: string; until: string },
): number {
  const changes = new Map<string, number>();
  for (const { day, quantity } of days) changes.set(day, (changes.get(day) ?? 0) + quantity);
  let [level, most] = [held, 0];
  for (
    let at = new Date(`${from}T00:00:00Z`);
    dayOf(at) <= until;
    at = new Date(at.getTime() + DAY_MS)
  ) {
    level += changes.get(dayOf(at)) ?? 0;
    most = Math.max(most, level);
  }
  return most;
}

const MIB = 1024 ** 2;

/** Returns a quantity as providers count it: storage in whole MiB. */
export function asSold(meter: Meter, quantity: number): number {
  return meter === "storage" ? Math.ceil(quantity / MIB) * MIB : quantity;
}

/** Returns the day of UTC that holds a moment. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
