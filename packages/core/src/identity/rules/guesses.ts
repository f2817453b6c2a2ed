import type { Slowing } from "@besunny/db/identity/attempts";

import type { IdentityContext } from "../../context";
import { countedAddress } from "../../counted-address";
import { tokenHash } from "../../token-hash";
import { tooManyAttempts } from "./limit-attempts";

const DAY = 86_400;

type Guess =
  /** A stranger. `deviceId` names the browser if this person has signed in with it before. */
  | { email: string; deviceId: string | null }
  /** A person who is signed in. */
  | { userId: string };

/**
 * Counts a test of a password; every test begins here. Throws `RATE_LIMITED` while a counter demands a wait. Returns a function to call if
 * the password was right.
 *
 * Strangers are counted by account and address, by account, and by address. From any number of addresses, they have about 320 guesses a day
 * at one account; from one address about 110. The longest wait is 5 minutes for the account and 15 minutes for the pair.
 *
 * A browser in which the person has signed in before has none of these waits. So nobody else can lock the person out of it. It has its own
 * counter: about 110 wrong passwords a day. A signed-in person has such a counter too.
 */
export async function beginGuess(ctx: IdentityContext, guess: Guess): Promise<() => Promise<void>> {
  const { own, shared } = countersOf(guess, ctx.ip);
  const counters = [...shared, own];
  // Most of a flood ends here, before it takes a transaction from people who only need their session looked up.
  const waitMs = await ctx.db.identity.attempts.waitOf(
    counters.map(({ key }) => key),
    ctx.clock(),
  );
  if (waitMs > 0) throw tooManyAttempts(Math.ceil(waitMs / 1000));

  await ctx.db.identity.transaction(async ({ attempts }) => {
    for (const counter of counters) {
      const waitMs = await attempts.begin(counter, ctx.clock());
      if (waitMs !== null) throw tooManyAttempts(Math.ceil(waitMs / 1000));
    }
  });

  return async function wasRight() {
    const { attempts } = ctx.db.identity;
    await attempts.clear(own.key);
    if (shared.length > 0)
      await attempts.takeBack(
        shared.map(({ key }) => key),
        ctx.clock(),
      );
  };
}

/**
 * Deletes the counted attempts on an account, so that strangers may try again at once. Called after a person has proven that the account is
 * theirs.
 */
export function forgetGuesses(
  { attempts }: Pick<IdentityContext["db"]["identity"], "attempts">,
  { email, userId }: { email: string; userId: string },
): Promise<void> {
  return attempts.clear(accountKey(email), signedInKey(userId));
}

/**
 * Returns the counters of a guess. `own` counts this one guesser and is deleted after a right password. `shared` also count others; a right
 * password takes back only this one attempt.
 */
function countersOf(guess: Guess, ip: string): { own: Slowing; shared: Slowing[] } {
  if ("userId" in guess) return { own: few(signedInKey(guess.userId)), shared: [] };
  if (guess.deviceId) return { own: few(`guess/device/${guess.deviceId}`), shared: [] };
  const from = countedAddress(ip);
  return {
    own: few(`guess/pair/${tokenHash(`${guess.email} ${from}`)}`),
    shared: [
      {
        key: `guess/from/${from}`,
        free: 50,
        waitSeconds: 1,
        longestSeconds: 30,
        forgetSeconds: 900,
      },
      {
        key: accountKey(guess.email),
        free: 20,
        waitSeconds: 1,
        longestSeconds: 300,
        forgetSeconds: DAY,
      },
    ],
  };
}

function few(key: string): Slowing {
  return { key, free: 5, waitSeconds: 5, longestSeconds: 900, forgetSeconds: DAY };
}

const accountKey = (email: string) => `guess/account/${tokenHash(email)}`;
const signedInKey = (userId: string) => `guess/signed-in/${userId}`;
