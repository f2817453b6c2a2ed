import type { IdentityTx } from "./identity-database";

/** Counts attempts in fixed windows, shared by all processes. */
export function attemptRepository(tx: IdentityTx) {
  return {
    /** Adds one attempt; gives how many there were in the window and when it ends. */
    add: async (
      key: string,
      windowSeconds: number,
      now: Date,
    ): Promise<{ count: number; resetsAt: Date }> => {
      const until = now.getTime() + windowSeconds * 1000;
      const rows = await tx.$queryRaw<{ points: number; expire: bigint }[]>`
        insert into rate_limits (key, points, expire) values (${key}, 1, ${until})
        on conflict (key) do update set
          points = case when rate_limits.expire <= ${now.getTime()} then 1 else rate_limits.points + 1 end,
          expire = case when rate_limits.expire <= ${now.getTime()} then excluded.expire else rate_limits.expire end
        returning points, expire`;
      const [row] = rows;
      return { count: row?.points ?? 1, resetsAt: new Date(Number(row?.expire ?? until)) };
    },

    clear: async (key: string): Promise<void> => {
      await tx.rateLimit.deleteMany({ where: { key } });
    },
  };
}
