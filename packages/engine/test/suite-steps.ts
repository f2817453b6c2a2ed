import { NonRetriableError, RetryAfterError } from "inngest";
import { expect, it } from "vitest";

import type { Play } from "./function-suite";

export function stepCases(play: Play): void {
  it(
    "run once each, in order, and give the function what they returned",
    play(async ({ client, named, serve, send, until }) => {
      const ran: unknown[] = [];
      await serve([
        client.createFunction(
          { id: "three", triggers: { event: named("go") } },
          async ({ step, event }) => {
            const a = await step.run("a", () => noted(ran, event.data.n + 1));
            const b = await step.run("b", () => noted(ran, a * 2));
            const same = await step.run("b", () => noted(ran, b + 1));
            await step.run("c", () => noted(ran, { same, list: [null, "ü"] }));
          },
        ),
      ]);
      await send("go", { n: 20 });
      await until("the last step", () => ran.length === 4);
      expect(ran).toEqual([21, 42, 43, { same: 43, list: [null, "ü"] }]);
    }),
  );

  it(
    "are tried again with their attempt, and finished ones are not run again",
    play(async ({ client, named, serve, send, until }) => {
      const ran: string[] = [];
      await serve([
        client.createFunction(
          { id: "flaky", triggers: { event: named("go") }, retries: 3 },
          async ({ step, attempt }) => {
            await step.run("first", () => noted(ran, "first"));
            await step.run("flaky", () => {
              ran.push(`flaky ${attempt}`);
              if (attempt < 2) throw new Error("not yet");
            });
            await step.run("last", () => noted(ran, `last ${attempt}`));
          },
        ),
      ]);
      await send("go");
      await until("the last step", () => ran.some((what) => what.startsWith("last")));
      expect(ran.slice(0, 4)).toEqual(["first", "flaky 0", "flaky 1", "flaky 2"]);
      expect(ran).toHaveLength(5);
    }),
  );

  it(
    "that fail for good throw what the function may catch, NonRetriableError at once",
    play(async ({ client, named, serve, send, until }) => {
      const ran: string[] = [];
      await serve([
        client.createFunction(
          { id: "caught", triggers: { event: named("go") }, retries: 1 },
          async ({ step }) => {
            for (const [name, error] of [
              ["final", new NonRetriableError("no such thing")],
              ["worn out", new Error("twice")],
            ] as const) {
              const message = await step
                .run(name, () => {
                  ran.push(name);
                  throw error;
                })
                .catch((caught: Error) => caught.message);
              await step.run(`after ${name}`, () => noted(ran, String(message)));
            }
          },
        ),
      ]);
      await send("go");
      await until("the end", () => ran.includes("twice"));
      expect(ran).toEqual(["final", "no such thing", "worn out", "worn out", "twice"]);
    }),
  );

  it(
    "end the run after the last try, and onFailure is told of the error and the event",
    play(async ({ client, named, serve, send, until }) => {
      const heard: unknown[] = [];
      let tries = 0;
      await serve([
        client.createFunction(
          {
            id: "hopeless",
            triggers: { event: named("go") },
            retries: 1,
            onFailure: async ({ event, error, step }) => {
              await step.run("hear", () =>
                noted(heard, [event.name, event.data.event.data, error.message]),
              );
            },
          },
          ({ step }) =>
            step.run("never", () => {
              tries++;
              throw new Error("never");
            }),
        ),
      ]);
      await send("go", { order: 7 });
      await until("onFailure", () => heard.length > 0);
      expect(heard).toEqual([["inngest/function.failed", { order: 7 }, "never"]]);
      expect(tries).toBe(2);
    }),
  );

  it(
    "wait at least as long as RetryAfterError asks",
    play(async ({ client, named, serve, send, until }) => {
      const at: number[] = [];
      await serve([
        client.createFunction(
          { id: "later", triggers: { event: named("go") }, retries: 2 },
          ({ step, attempt }) =>
            step.run("busy", () => {
              at.push(Date.now());
              if (attempt === 0) throw new RetryAfterError("429", 3000);
            }),
        ),
      ]);
      await send("go");
      await until("the second try", () => at.length === 2);
      expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(2500);
    }),
  );

  it(
    "that are parallel all run once, and a failing one alone runs again",
    play(async ({ client, named, serve, send, until }) => {
      const ran: string[] = [];
      let sum = 0;
      await serve([
        client.createFunction(
          { id: "fan", triggers: { event: named("go") }, retries: 2 },
          async ({ step, attempt }) => {
            const parts = await Promise.all([
              step.run("x", () => noted(ran, "x") && 1),
              step.run("y", () => {
                ran.push(`y${attempt}`);
                if (attempt === 0) throw new Error("once more");
                return 2;
              }),
              step.run("z", () => noted(ran, "z") && 3),
            ]);
            await step.run("sum", () => {
              sum = parts.reduce((total, part) => total + part, 0);
            });
          },
        ),
      ]);
      await send("go");
      await until("the sum", () => sum > 0);
      expect(sum).toBe(6);
      expect(ran.toSorted()).toEqual(["x", "y0", "y1", "z"]);
    }),
  );

  it(
    "send events once, which begin other functions",
    play(async ({ client, named, serve, send, until }) => {
      const heard: unknown[] = [];
      await serve([
        client.createFunction(
          { id: "teller", triggers: { event: named("go") } },
          async ({ step }) => {
            await step.sendEvent("tell", [
              { name: named("told"), data: { n: 1 } },
              { name: named("told"), data: { n: 2 } },
            ]);
            await step.run("after", () => undefined);
          },
        ),
        client.createFunction({ id: "hearer", triggers: { event: named("told") } }, ({ event }) => {
          noted(heard, event.data.n);
        }),
      ]);
      await send("go");
      await until("both", () => heard.length === 2);
      expect(heard.toSorted()).toEqual([1, 2]);
    }),
  );
}

export function noted<Value>(list: unknown[], value: Value): Value {
  list.push(value);
  return value;
}
