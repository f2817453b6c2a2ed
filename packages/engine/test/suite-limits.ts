import { expect, it } from "vitest";

import type { Play } from "./function-suite";
import { pause } from "./harness";
import { noted } from "./suite-steps";

/** Counts the calls of `within` under way for each key; `most` holds the highest count so far. */
function aGauge() {
  const now = new Map<string, number>();
  const most = new Map<string, number>();
  return {
    most,
    async within(key: string, work: () => Promise<unknown>) {
      now.set(key, (now.get(key) ?? 0) + 1);
      most.set(key, Math.max(most.get(key) ?? 0, now.get(key) ?? 0));
      await work();
      now.set(key, (now.get(key) ?? 0) - 1);
    },
  };
}

export function limitCases(play: Play): void {
  it(
    "concurrency: no key ever has more steps at once than its limit, and none waits for another's",
    play(async ({ client, named, serve, send, until }) => {
      const gauge = aGauge();
      let ended = 0;
      await serve([
        client.createFunction(
          {
            id: "limited",
            triggers: { event: named("go") },
            concurrency: { limit: 2, key: "event.data.tenant" },
          },
          async ({ step, event }) => {
            await step.run("work", () => gauge.within(event.data.tenant, () => pause(400)));
            await step.run("end", () => void ended++);
          },
        ),
      ]);
      for (let n = 0; n < 8; n++) await send("go", { tenant: n % 2 ? "a" : "b" });
      await until("all", () => ended === 8);
      expect(gauge.most.get("a")).toBeLessThanOrEqual(2);
      expect(gauge.most.get("b")).toBeLessThanOrEqual(2);
    }),
  );

  it(
    "concurrency: a sleeping run holds no place",
    play(async ({ client, named, serve, send, until }) => {
      const ran: string[] = [];
      await serve([
        client.createFunction(
          { id: "dozing", triggers: { event: named("go") }, concurrency: 1 },
          async ({ step, event }) => {
            await step.run("begin", () => noted(ran, `begin ${event.data.n}`));
            await step.sleep("nap", "8s");
            await step.run("end", () => noted(ran, `end ${event.data.n}`));
          },
        ),
      ]);
      for (const n of [1, 2, 3]) await send("go", { n });
      await until("all ends", () => ran.length === 6);
      expect(ran.slice(0, 3).toSorted()).toEqual(["begin 1", "begin 2", "begin 3"]);
    }),
  );

  it(
    "concurrency: a limit with scope env is shared by functions with the same key",
    play(async ({ client, named, serve, send, until }) => {
      const gauge = aGauge();
      let ended = 0;
      const concurrency = { limit: 1, key: `"${named("shared")}"`, scope: "env" } as const;
      await serve(
        ["one", "two"].map((id) =>
          client.createFunction(
            { id, triggers: { event: named("go") }, concurrency },
            async ({ step }) => {
              await step.run("work", () => gauge.within("shared", () => pause(300)));
              await step.run("end", () => void ended++);
            },
          ),
        ),
      );
      for (const n of [1, 2, 3]) await send("go", { n });
      await until("all", () => ended === 6);
      expect(gauge.most.get("shared")).toBe(1);
    }),
  );

  it(
    "throttle: runs over the limit wait, in the order they came, and none is dropped",
    play(async ({ client, named, serve, send, until }) => {
      const began: { n: number; at: number }[] = [];
      await serve([
        client.createFunction(
          { id: "slow", triggers: { event: named("go") }, throttle: { limit: 1, period: "3s" } },
          ({ event, step }) =>
            step.run("begin", () => void began.push({ n: event.data.n, at: Date.now() })),
        ),
      ]);
      for (const n of [1, 2, 3]) {
        await send("go", { n });
        await pause(400);
      }
      await until("all", () => began.length === 3);
      expect(began.map(({ n }) => n)).toEqual([1, 2, 3]);
      expect((began[2]?.at ?? 0) - (began[0]?.at ?? 0)).toBeGreaterThan(2500);
    }),
  );

  it(
    "rateLimit: what is over the limit of its key is dropped",
    play(async ({ client, named, serve, send, until }) => {
      const got: string[] = [];
      await serve([
        client.createFunction(
          {
            id: "rated",
            triggers: { event: named("go") },
            rateLimit: { limit: 1, period: "1h", key: "event.data.key" },
          },
          ({ event }) => void noted(got, `${event.data.key}${event.data.n}`),
        ),
      ]);
      for (const [key, n] of [
        ["a", 1],
        ["a", 2],
        ["b", 1],
        ["a", 3],
      ]) {
        await send("go", { key, n });
        await pause(400);
      }
      await until("one of each", () => got.length >= 2);
      await pause(2000);
      expect(got.toSorted()).toEqual(["a1", "b1"]);
    }),
  );

  it(
    "priority: of runs that wait, the one that counts more begins first",
    play(async ({ client, named, serve, send, until }) => {
      const began: string[] = [];
      await serve([
        client.createFunction(
          {
            id: "ranked",
            triggers: { event: named("go") },
            concurrency: 1,
            // Inngest's server counts only whole numbers of the expression itself; those in an event's data are floating.
            priority: {
              run: 'event.data.rank == "high" ? 300 : (event.data.rank == "low" ? 0 : 100)',
            },
          },
          ({ step, event }) =>
            step.run("work", async () => {
              began.push(event.data.rank);
              await pause(began.length === 1 ? 4000 : 100);
            }),
        ),
      ]);
      await send("go", { rank: "first" });
      await until("the first", () => began.length === 1);
      for (const rank of ["low", "middle", "high"]) {
        await send("go", { rank });
        await pause(400);
      }
      await until("all", () => began.length === 4);
      expect(began).toEqual(["first", "high", "middle", "low"]);
    }),
  );

  it(
    "timeouts: a run that takes too long, or waits too long to begin, is cancelled",
    play(async ({ client, named, serve, send, until }) => {
      const ran: string[] = [];
      const cancelled: string[] = [];
      await serve([
        client.createFunction(
          { id: "late", triggers: { event: named("finish") }, timeouts: { finish: "2s" } },
          async ({ step }) => {
            await step.run("begin", () => noted(ran, "begin"));
            await step.sleep("nap", "5s");
            await step.run("end", () => noted(ran, "end"));
          },
        ),
        client.createFunction(
          {
            id: "queued",
            triggers: { event: named("start") },
            concurrency: 1,
            timeouts: { start: "1s" },
          },
          ({ step, event }) =>
            step.run("work", async () => {
              ran.push(`work ${event.data.n}`);
              await pause(4000);
            }),
        ),
        client.createFunction(
          { id: "hears", triggers: { event: "inngest/function.cancelled" } },
          ({ event }) => {
            if (event.data.event.name.startsWith(named(""))) cancelled.push(event.data.function_id);
          },
        ),
      ]);
      await send("finish");
      await send("start", { n: 1 });
      await until("the first", () => ran.includes("work 1"));
      await send("start", { n: 2 });
      await until("both to be cancelled", () => cancelled.length === 2);
      await pause(3000);
      expect(ran.toSorted()).toEqual(["begin", "work 1"]);
      expect(cancelled.map((id) => id.split("-").at(-1)).toSorted()).toEqual(["late", "queued"]);
    }),
  );
}
