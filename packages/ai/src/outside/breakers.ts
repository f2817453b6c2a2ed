import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhen,
  retry,
} from "cockatiel";

import { isOutage, retryAfterOf } from "./failures";
import { OutsideRefused } from "./outside-refused";

const OUTAGES_IN_A_ROW = 5;
const PAUSE_MS = 20_000;
const LONGEST_WAIT_SECONDS = 10;
const USUAL_WAIT_MS = 300;

/**
 * Returns the breakers, one for each server. After five outages in a row a server is left alone for 20 seconds; then one call tries it. A call that
 * meets an outage before its answer begins is tried once more, after the time that the server asks for.
 */
export function createBreakers() {
  const breakers = new Map<string, CircuitBreakerPolicy>();
  const again = retry(handleWhen(isWorthAnotherTry), {
    maxAttempts: 1,
    backoff: new DelegateBackoff(({ result }) =>
      "error" in result
        ? 1000 * (retryAfterOf(result.error) ?? USUAL_WAIT_MS / 1000)
        : USUAL_WAIT_MS,
    ),
  });

  function breakerOf(server: string): CircuitBreakerPolicy {
    const known = breakers.get(server);
    if (known) return known;
    const made = circuitBreaker(handleWhen(isOutage), {
      halfOpenAfter: PAUSE_MS,
      breaker: new ConsecutiveBreaker(OUTAGES_IN_A_ROW),
    });
    breakers.set(server, made);
    return made;
  }

  return {
    /** Begins a call: returns what `begin` does. Throws `OutsideRefused` while the server is left alone. */
    async begin<T>(server: string, begin: () => Promise<T>, signal: AbortSignal): Promise<T> {
      try {
        return await again.execute(() => breakerOf(server).execute(begin), signal);
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) throw error;
        throw new OutsideRefused(
          "breaker",
          "The provider has failed several times in a row, so it is left alone for a short while.",
        );
      }
    },
    /** Notes that a call broke after it had begun. */
    async noteBroken(server: string, error: unknown): Promise<void> {
      await breakerOf(server)
        .execute(() => Promise.reject(error))
        .catch(() => undefined);
    },
  };
}

export type Breakers = ReturnType<typeof createBreakers>;

function isWorthAnotherTry(error: unknown): boolean {
  if (error instanceof BrokenCircuitError || !isOutage(error)) return false;
  return (retryAfterOf(error) ?? 0) <= LONGEST_WAIT_SECONDS;
}
