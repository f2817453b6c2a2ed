import { integer, nativeBigint, nullable, text } from "@besunny/sql/rows/column";
import { rawRows } from "../raw-rows";
import type { IdentityTx } from "./identity-tx";

/** How a counter makes people wait: not for the first `free` attempts, then from `waitSeconds` on, doubling, up to `longestSeconds`. */
export type Slowing = {
  key: string;
  free: number;
  waitSeconds: number;
  longestSeconds: number;
  /** After so long without an attempt the counter begins anew. */
  forgetSeconds: number;
};

/** Counts attempts, shared by all processes. */
export function attemptRepository(tx: IdentityTx) {
  return {
    /** Adds one attempt; gives how many there were in the window and when it ends. */
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

    /** The milliseconds that are left of the longest wait that any of these counters demands; 0 when none does. Locks and counts nothing. */
    waitOf: async (keys: readonly string[], now: Date): Promise<number> => {
      const { _max } = await tx.rateLimit.aggregate({
        where: { key: { in: [...keys] } },
        _max: { freeAt: true },
      });
      return Math.max(0, Number(_max.freeAt ?? 0) - now.getTime());
    },

    /**
     * Counts an attempt that is about to be made, as if it had failed, and gives null; while the counter demands a wait it counts nothing
     * and gives the milliseconds that are left of it. Of attempts at the same instant each is counted before the next is let through.
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

    /** Takes one attempt off each counter: it turned out to be no guess. */
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
