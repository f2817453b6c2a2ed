import { countedAddress } from "@besunny/core/counted-address";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { TooManyRequests } from "../limits/too-many-requests";
import type { ApiTools } from "../request-context";

const MOST = 30;
const WINDOW_SECONDS = 60;

const limiters = new WeakMap<ApiTools, RateLimiterMemory>();

/**
 * Counts a wrong API key of this address and logs the address, never the key. Throws `RATE_LIMITED` after 30 in a minute, counted in this
 * process. A right key still works, so a broken script does not lock out other people at its address.
 */
export async function countWrongKey(
  tools: ApiTools,
  { address, traceId }: { address: string; traceId: string },
): Promise<void> {
  const limiter =
    limiters.get(tools) ?? new RateLimiterMemory({ points: MOST, duration: WINDOW_SECONDS });
  limiters.set(tools, limiter);

  const { count, isRefused } = await limiter.consume(countedAddress(address)).then(
    (taken) => ({ count: taken, isRefused: false }),
    (refusal: unknown) => {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return { count: refusal, isRefused: true };
    },
  );
  if (!isRefused) return tools.log.warn({ address, traceId }, "a wrong API key was sent");
  // Once a window: a log that anybody may fill hides what matters.
  if (count.consumedPoints === MOST + 1)
    tools.log.warn({ address, traceId }, "an address sends too many wrong API keys");
  const retryAfterSeconds = Math.max(1, Math.ceil(count.msBeforeNext / 1000));
  throw new TooManyRequests("wrongKeys", retryAfterSeconds, {
    message: "Too many wrong API keys came from this address",
    hint: `Check the key, wait ${retryAfterSeconds} s and try again.`,
  });
}
