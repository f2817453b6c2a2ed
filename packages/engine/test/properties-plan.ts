import fc from "fast-check";

/** One action of a run. `failures` is the number of tries that fail; if it is more than `retries`, the run catches the error. */
export type Move =
  | { kind: "run"; failures: number }
  | { kind: "sleep" }
  | { kind: "wait" }
  | { kind: "both"; failures: number }
  | { kind: "invoke"; failures: number };

export type Plan = { tenant: number; moves: Move[] };

/** One action of the schedule around the runs. `run` points at one of the runs sent so far. */
export type Deed =
  | { kind: "send"; plan: Plan }
  | { kind: "repeat"; run: number }
  | { kind: "answer"; run: number }
  | { kind: "cancel"; run: number }
  | { kind: "crash"; after: number }
  | { kind: "stall"; milliseconds: number }
  | { kind: "pause"; milliseconds: number };

export const retries = 2;
export const tenants = 2;
/** The number of steps of each tenant that may be at work at once. */
export const limit = 2;

const failures = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: retries }) },
  { weight: 1, arbitrary: fc.constant(retries + 1) },
);
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("run"), failures }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("sleep") }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("wait") }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("both"), failures }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("invoke"), failures }) },
);
const plan = fc.record({
  tenant: fc.integer({ min: 0, max: tenants - 1 }),
  moves: fc.array(move, { minLength: 1, maxLength: 4 }),
});
const run = fc.nat({ max: 1000 });
const send: fc.Arbitrary<Deed> = fc.record({ kind: fc.constant("send"), plan });

/** A schedule begins with runs, so that what follows has something to happen to. */
export const schedules = fc
  .tuple(
    fc.array(send, { minLength: 2, maxLength: 4 }),
    fc.array(
      fc.oneof(
        { weight: 6, arbitrary: send },
        { weight: 2, arbitrary: fc.record({ kind: fc.constant("repeat"), run }) },
        { weight: 2, arbitrary: fc.record({ kind: fc.constant("answer"), run }) },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant("cancel"), run }) },
        {
          weight: 2,
          arbitrary: fc.record({ kind: fc.constant("crash"), after: fc.nat({ max: 60 }) }),
        },
        {
          weight: 2,
          arbitrary: fc.record({
            kind: fc.constant("stall"),
            milliseconds: fc.integer({ min: 500, max: 3000 }),
          }),
        },
        {
          weight: 3,
          arbitrary: fc.record({
            kind: fc.constant("pause"),
            milliseconds: fc.nat({ max: 400 }),
          }),
        },
      ),
      { minLength: 5, maxLength: 14 },
    ),
  )
  .map(([first, rest]): Deed[] => [...first, ...rest]);

/** The model: returns the output of a run that is not cancelled, whatever else happens. */
export function outcome({ moves }: Plan): unknown[] {
  return moves.map((each, n) => {
    switch (each.kind) {
      case "sleep":
        return null;
      case "wait":
        return n;
      case "run":
      case "invoke":
        return afterTries(n, each.failures);
      case "both":
        return [n, afterTries(n, each.failures)];
      default:
        return each satisfies never;
    }
  });
}

function afterTries(n: number, failed: number): number | string {
  return failed > retries ? "caught" : n;
}
