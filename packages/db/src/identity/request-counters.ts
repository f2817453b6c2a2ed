import { integer } from "@besunny/sql/rows/column";
import { rawRows } from "../raw-rows";
import type { IdentityTx } from "./identity-tx";

/**
 * Counts the cost of requests in counters that all processes share. Uses the database's time, so that all processes share the windows
 * too.
 */
export function requestCounterRepository(tx: IdentityTx) {
  return {
    /** Adds points to a counter, which restarts after each window. Returns all points of the window and its remaining milliseconds. */
    add: async (
      key: string,
      points: number,
      windowSeconds: number,
    ): Promise<{ points: number; msLeft: number }> => {
      const windowMs = windowSeconds * 1000;
      const [row] = await counted(tx)`
        with moment as (select (extract(epoch from clock_timestamp()) * 1000)::bigint as now)
        insert into rate_limits as counter (key, points, expire)
        select ${`requests/${key}`}, ${points}::int, now + ${windowMs}::int from moment
        on conflict (key) do update set
          points = case when counter.expire <= excluded.expire - ${windowMs}::int then excluded.points
            else counter.points + excluded.points end,
          expire = case when counter.expire <= excluded.expire - ${windowMs}::int then excluded.expire
            else counter.expire end
        returning points, (expire - (select now from moment))::int as ms_left`;
      return { points: row?.points ?? points, msLeft: row?.ms_left ?? windowMs };
    },

    /** Takes points off counters whose windows have not ended, in one statement. */
    giveBack: async (returned: readonly { key: string; points: number }[]): Promise<void> => {
      const keys = returned.map(({ key }) => `requests/${key}`);
      const points = returned.map((each) => each.points);
      await tx.$executeRaw`
        update rate_limits as counter set points = greatest(0, counter.points - back.points)
        from unnest(${keys}::text[], ${points}::int[]) as back (key, points)
        where counter.key = back.key
          and counter.expire > (extract(epoch from clock_timestamp()) * 1000)::bigint`;
    },
  };
}

const counted = rawRows({ points: integer, ms_left: integer });
