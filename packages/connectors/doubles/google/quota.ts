import type { Answer, Asked } from "../serving/asked";
import { googleError } from "./errors";

export type Quota = ReturnType<typeof createQuota>;

/** Counts the units that each account spends in a minute. Time is that of the world, and that of the machine on top. */
export function createQuota(perMinute: { limit: number; name: string }) {
  const began = Date.now();
  const spent = new Map<string, { minute: number; units: number }>();
  const control = { limit: perMinute.limit };
  return {
    control,
    spend(asked: Asked, units: number): Answer | null {
      const account = asked.caller?.address ?? "";
      const at = asked.world.now().getTime() + (Date.now() - began);
      const minute = Math.floor(at / 60_000);
      const known = spent.get(account);
      const sum = (known?.minute === minute ? known.units : 0) + units;
      if (sum > control.limit) {
        return googleError(403, "userRateLimitExceeded", "User Rate Limit Exceeded", {
          limit: perMinute.name,
        });
      }
      spent.set(account, { minute, units: sum });
      return null;
    },
  };
}
