import { expect, test } from "vitest";

import { anEmail, anIdentityContext, password } from "../../../test/contexts";
import { signIn } from "../sign-in";
import { signUp } from "../sign-up";
import { beginGuess } from "./guesses";

const HOUR_MS = 3_600_000;

/** A clock that a test turns on; it begins where the others of this run do not. */
function aClock() {
  let at = Date.now();
  return {
    clock: () => new Date(at),
    turn: (seconds: number) => {
      at += seconds * 1000;
    },
    passed: (since: number) => at - since,
  };
}

/** This clock does not move, so that no wait ends during a test. */
const STILL = new Date();
const still = () => STILL;

let addresses = 0;
/** Never the same twice in this file, all over the world. */
function anAddress(): string {
  addresses += 1;
  return `2001:db8:${Math.floor(addresses / 65_000).toString(16)}:${(addresses % 65_000).toString(16)}::1`;
}

/** Guesses until the time is over and waits as each refusal demands. Returns the number of guesses and the longest wait in seconds. */
async function guessFor(ms: number, guess: (clock: () => Date) => Promise<unknown>) {
  const { clock, turn, passed } = aClock();
  const begun = clock().getTime();
  let count = 0;
  let longest = 0;
  while (passed(begun) < ms) {
    const refused = await guess(clock).then(
      () => null,
      (error: { code: string; retryAfterSeconds: number }) => error,
    );
    if (!refused) {
      count += 1;
      continue;
    }
    expect(refused.code).toBe("RATE_LIMITED");
    longest = Math.max(longest, refused.retryAfterSeconds);
    turn(refused.retryAfterSeconds);
  }
  return { count, longest };
}

test("whoever comes from ever new addresses has some 30 quick guesses at an account, then twelve an hour", async () => {
  const email = anEmail();

  const { count, longest } = await guessFor(2 * HOUR_MS, (clock) =>
    beginGuess(anIdentityContext({ clock, ip: anAddress() }), { email, deviceId: null }),
  );

  expect(count).toBeGreaterThan(45);
  expect(count).toBeLessThan(30 + 2 * 12);
  expect(longest).toBe(300);
});

test("whoever comes from one address has some ten, then four an hour", async () => {
  const [email, ip] = [anEmail(), anAddress()];

  const { count, longest } = await guessFor(2 * HOUR_MS, (clock) =>
    beginGuess(anIdentityContext({ clock, ip }), { email, deviceId: null }),
  );

  expect(count).toBeGreaterThan(15);
  expect(count).toBeLessThan(15 + 2 * 4);
  expect(longest).toBe(900);
});

test("one address that tries many accounts is slowed down, but never shut out for long", async () => {
  const ip = anAddress();

  const { count, longest } = await guessFor(HOUR_MS / 6, (clock) =>
    beginGuess(anIdentityContext({ clock, ip }), { email: anEmail(), deviceId: null }),
  );

  expect(count).toBeGreaterThan(70);
  expect(count).toBeLessThan(80);
  expect(longest).toBe(30);
});

test("addresses of one customer's network count as one", async () => {
  const email = anEmail();
  const guess = (n: number) =>
    beginGuess(anIdentityContext({ ip: `2001:db8:ffff:1::${n}`, clock: still }), {
      email,
      deviceId: null,
    });

  for (let n = 1; n <= 6; n += 1) await guess(n);

  await expect(guess(7)).rejects.toMatchObject({ code: "RATE_LIMITED" });
});

test("guesses made at the same instant are all counted", async () => {
  const email = anEmail();
  const now = new Date();
  const tries = await Promise.allSettled(
    Array.from({ length: 40 }, () =>
      beginGuess(anIdentityContext({ ip: anAddress(), clock: () => now }), {
        email,
        deviceId: null,
      }),
    ),
  );

  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(21);
});

test("a refused guess says how long to wait, and is not counted itself", async () => {
  const [email, ip] = [anEmail(), anAddress()];
  const { clock, turn } = aClock();
  const guess = () => beginGuess(anIdentityContext({ clock, ip }), { email, deviceId: null });
  for (let n = 0; n < 6; n += 1) await guess();

  for (let n = 0; n < 3; n += 1)
    await expect(guess()).rejects.toMatchObject({
      code: "RATE_LIMITED",
      retryAfterSeconds: 5,
      hint: "Wait 5 s and try again.",
    });
  turn(5);
  await guess();
  await expect(guess()).rejects.toMatchObject({ retryAfterSeconds: 10 });
});

test("a right password is no guess: it leaves no trace in the counters", async () => {
  const [email, ip] = [anEmail(), anAddress()];
  const guess = () =>
    beginGuess(anIdentityContext({ ip, clock: still }), { email, deviceId: null });
  for (let n = 0; n < 60; n += 1) {
    const wasRight = await guess();
    await wasRight();
  }
  await expect(guess()).resolves.toBeTypeOf("function");
});

async function aPerson() {
  const email = anEmail();
  await signUp(anIdentityContext(), { name: "Ada", email, password, workspaceName: "Mill" });
  const enter = (given: { password?: string; device?: string } = {}) =>
    signIn(anIdentityContext({ ip: anAddress(), clock: still }), {
      email,
      password: given.password ?? password,
      app: "web",
      ...(given.device && { device: given.device }),
    });
  return { email, enter };
}

/** From so many addresses that every stranger has to wait. */
async function underAttack(email: string) {
  for (let n = 0; n < 21; n += 1)
    await signIn(anIdentityContext({ ip: anAddress(), clock: still }), {
      email,
      password: "wrong password",
      app: "web",
    }).catch(() => undefined);
}

test("nobody can lock a person out of the browser in which they have signed in before", async () => {
  const { email, enter } = await aPerson();
  const { device } = await enter();
  await underAttack(email);

  await expect(enter()).rejects.toMatchObject({ code: "RATE_LIMITED" });
  const again = await enter({ device });
  await expect(enter({ device: again.device })).resolves.toMatchObject({ user: { email } });
});

test("a browser is known by what it was given last, and by nothing that was given before", async () => {
  const { email, enter } = await aPerson();
  const { device: old } = await enter();
  const { device } = await enter({ device: old });
  await underAttack(email);

  await expect(enter({ device: old })).rejects.toMatchObject({ code: "RATE_LIMITED" });
  await enter({ device });
});

test("a browser that is known for one account is a stranger to another", async () => {
  const [mine, theirs] = [await aPerson(), await aPerson()];
  const { device } = await mine.enter();
  await underAttack(theirs.email);

  await expect(theirs.enter({ device })).rejects.toMatchObject({ code: "RATE_LIMITED" });
});

test("a browser that several people use stays known to each of them", async () => {
  const [one, other] = [await aPerson(), await aPerson()];
  const { device: first } = await one.enter();
  const { device } = await other.enter({ device: first });
  await underAttack(one.email);
  await underAttack(other.email);

  const { device: next } = await one.enter({ device });
  await other.enter({ device: next });
});

test("guesses in a known browser are slowed down too", async () => {
  const { enter } = await aPerson();
  const { device } = await enter();
  const wrong = () => enter({ device, password: "wrong password" });
  for (let n = 0; n < 6; n += 1)
    await expect(wrong()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });

  await expect(wrong()).rejects.toMatchObject({ code: "RATE_LIMITED", retryAfterSeconds: 5 });
});
