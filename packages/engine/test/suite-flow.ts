import { expect, it } from "vitest";

import type { Play } from "./function-suite";
import { pause } from "./harness";
import { noted } from "./suite-steps";

export function flowCases(play: Play): void {
  it(
    "idempotency: an event's id, or a function's key, begins one run",
    play(async ({ client, named, serve, send, until }) => {
      const got: unknown[] = [];
      await serve([
        client.createFunction(
          { id: "once", triggers: { event: named("go") } },
          ({ event }) => void noted(got, event.data.n),
        ),
        client.createFunction(
          { id: "keyed", triggers: { event: named("keyed") }, idempotency: "event.data.key" },
          ({ event }) => void noted(got, event.data.key),
        ),
      ]);
      await send("go", { n: 1 }, "same");
      await send("go", { n: 2 }, "same");
      for (const key of ["a", "b", "a"]) await send("keyed", { key });
      await send("go", { n: 3 });
      await until("the runs", () => got.length >= 4);
      await pause(2000);
      expect(got.map(String).toSorted()).toEqual(["1", "3", "a", "b"]);
    }),
  );

  it(
    "debounce: many events, one run with the last of each key",
    play(async ({ client, named, serve, send, until }) => {
      const got: unknown[] = [];
      await serve([
        client.createFunction(
          {
            id: "settle",
            triggers: { event: named("go") },
            debounce: { period: "2s", key: "event.data.key" },
          },
          ({ event }) => void noted(got, `${event.data.key}${event.data.n}`),
        ),
      ]);
      for (const n of [1, 2, 3]) await send("go", { key: "a", n });
      await send("go", { key: "b", n: 9 });
      await until("both keys", () => got.length >= 2);
      await pause(2500);
      expect(got.toSorted()).toEqual(["a3", "b9"]);
    }),
  );

  it(
    "debounce: its timeout ends a stream that never rests",
    play(async ({ client, named, serve, send, until }) => {
      const got: number[] = [];
      let isOver = false;
      await serve([
        client.createFunction(
          {
            id: "restless",
            triggers: { event: named("go") },
            debounce: { period: "5s", timeout: "6s" },
          },
          ({ event }) => void noted(got, event.data.n),
        ),
      ]);
      const stream = (async () => {
        for (let n = 0; !isOver && n < 12; n++) {
          await send("go", { n });
          await pause(3500);
        }
      })();
      await until("a run in the midst of the stream", () => got.length > 0);
      isOver = true;
      await stream;
      expect(got[0]).toBeLessThan(11);
    }),
  );

  it(
    "batchEvents: full batches at once, the rest after the timeout, no event twice or lost",
    play(async ({ client, named, serve, send, until }) => {
      const batches: number[][] = [];
      await serve([
        client.createFunction(
          {
            id: "bunch",
            triggers: { event: named("go") },
            batchEvents: { maxSize: 3, timeout: "3s" },
          },
          ({ events, event }) => {
            expect(event.data).toEqual(events[0]?.data);
            batches.push(events.map(({ data }: { data: { n: number } }) => data.n));
          },
        ),
      ]);
      for (const n of [1, 2, 3, 4, 5, 6, 7]) await send("go", { n });
      await until("all events", () => batches.flat().length >= 7);
      expect(batches.flat().toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
      expect(batches.map(({ length }) => length).toSorted()).toEqual([1, 3, 3]);
    }),
  );

  it(
    "batchEvents: each key fills a batch of its own",
    play(async ({ client, named, serve, send, until }) => {
      const batches: string[] = [];
      await serve([
        client.createFunction(
          {
            id: "bunches",
            triggers: { event: named("go") },
            batchEvents: { maxSize: 2, timeout: "20s", key: "event.data.key" },
          },
          ({ events }) =>
            void batches.push(
              events.map(({ data }: { data: { key: string } }) => data.key).join(""),
            ),
        ),
      ]);
      for (const key of ["a", "b", "b", "a"]) await send("go", { key });
      await until("both batches", () => batches.length === 2);
      expect(batches.toSorted()).toEqual(["aa", "bb"]);
    }),
  );

  it(
    "singleton skip: an event that comes while a run of its key is going begins none",
    play(async ({ client, named, serve, send, until }) => {
      const ran: string[] = [];
      await serve([
        client.createFunction(
          {
            id: "alone",
            triggers: { event: named("go") },
            singleton: { key: "event.data.key", mode: "skip" },
          },
          async ({ step, event }) => {
            await step.run("begin", () => noted(ran, `begin ${event.data.n}`));
            await step.sleep("nap", "3s");
            await step.run("end", () => noted(ran, `end ${event.data.n}`));
          },
        ),
      ]);
      await send("go", { key: "a", n: 1 });
      await until("the first", () => ran.length === 1);
      await send("go", { key: "a", n: 2 });
      await send("go", { key: "b", n: 3 });
      await until("both ends", () => ran.filter((what) => what.startsWith("end")).length === 2);
      await pause(1500);
      await send("go", { key: "a", n: 4 });
      await until("the next", () => ran.includes("end 4"));
      expect(ran.filter((what) => what.startsWith("begin")).toSorted()).toEqual([
        "begin 1",
        "begin 3",
        "begin 4",
      ]);
    }),
  );

  it(
    "singleton cancel: the newer run takes the place of the older",
    play(async ({ client, named, serve, send, until }) => {
      const ran: string[] = [];
      await serve([
        client.createFunction(
          { id: "newest", triggers: { event: named("go") }, singleton: { mode: "cancel" } },
          async ({ step, event }) => {
            await step.run("begin", () => noted(ran, `begin ${event.data.n}`));
            await step.sleep("nap", "4s");
            await step.run("end", () => noted(ran, `end ${event.data.n}`));
          },
        ),
      ]);
      await send("go", { n: 1 });
      await until("the first", () => ran.includes("begin 1"));
      await send("go", { n: 2 });
      await until("the second to end", () => ran.includes("end 2"));
      await pause(4500);
      expect(ran).toEqual(["begin 1", "begin 2", "end 2"]);
    }),
  );
}
