import { integer, nativeBigint, nullable, text } from "@besunny/sql/rows/column";
import { rawRows } from "../raw-rows";
import type { IdentityTx } from "./identity-tx";

/** The waits that a counter demands: none for the first `free` attempts, then `waitSeconds`, doubling up to `longestSeconds`. */
export type Slowing = {
  key: string;
  free: number;
  waitSeconds: number;
  longestSeconds: number;
  /** After this long without an attempt the counter restarts. */
  forgetSeconds: number;
};

/** Counts attempts in counters that all processes share. */
export function attemptRepository(tx: IdentityTx) {
  return {
    /** Adds one attempt. Returns the number of attempts in the window and the window's end. */
    add: async (
      key: string,
      windowSeconds: number,
      now: Date,
    ): Promise<{ count: number; resetsAt: Date }> => {
      const until = now.getTime() + windowSeconds * 1000;
      const rows = await counted(tx)`
        insert into rate_limits (key, points, expire) values (${key}, 1, ${until})
        on conflict (key) do update set
          points = case when rate_limits.expire <= ${now.getTime()} then 1 else rate_limits.points + 1 end,
          expire = case when rate_limits.expire <= ${now.getTime()} then excluded.expire else rate_limits.expire end
        returning points, expire`;
      const [row] = rows;
      return { count: row?.points ?? 1, resetsAt: new Date(Number(row?.expire ?? until)) };
    },

    /** Returns the longest remaining wait of these counters in milliseconds, or 0 if none demands one. Locks and counts nothing. */
    waitOf: async (keys: readonly string[], now: Date): Promise<number> => {
      const { _max } = await tx.rateLimit.aggregate({
        where: { key: { in: [...keys] } },
        _max: { freeAt: true },
      });
      return Math.max(0, Number(_max.freeAt ?? 0) - now.getTime());
    },

    /**
     * Counts an attempt before it is made, as if it had failed, and returns null. While the counter demands a wait, counts nothing and
     * returns the remaining milliseconds. Of simultaneous attempts, each is counted before the next may begin.
     */
    begin: async (slowing: Slowing, now: Date): Promise<number | null> => {
      const { key, free, waitSeconds, longestSeconds, forgetSeconds } = slowing;
      const at = now.getTime();
      const rows = await begun(tx)`
        insert into rate_limits as counter (key, points, expire, free_at)
        values (${key}, 1, ${at + forgetSeconds * 1000}, ${at + (free < 1 ? waitSeconds * 1000 : 0)})
        on conflict (key) do update set
          points = case when counter.expire <= ${at} then 1 else counter.points + 1 end,
          expire = excluded.expire,
          free_at = ${at} + case
            when counter.expire <= ${at} or counter.points < ${free} then 0
            else 1000 * least(${longestSeconds}, ${waitSeconds} * pow(2, least(counter.points - ${free}, 30)))
          end
        where counter.free_at is null or counter.free_at <= ${at}
        returning key`;
      if (rows.length > 0) return null;
      const counter = await tx.rateLimit.findUnique({ where: { key }, select: { freeAt: true } });
      return Math.max(1, Number(counter?.freeAt ?? at) - at);
    },

    /** Subtracts one attempt from each counter, because it turned out to be no guess. Ends their waits. */
    takeBack: async (keys: readonly string[], now: Date): Promise<void> => {
      await tx.$executeRaw`
        update rate_limits set points = greatest(points - 1, 0), free_at = ${now.getTime()}
        where key = any(${[...keys]})`;
    },

    clear: async (...keys: string[]): Promise<void> => {
      await tx.rateLimit.deleteMany({ where: { key: { in: keys } } });
    },
  };
}

const counted = rawRows({ points: integer, expire: nullable(nativeBigint) });
const begun = rawRows({ key: text });
