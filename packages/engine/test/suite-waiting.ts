import { expect, it } from "vitest";

import type { Play } from "./function-suite";
import { pause } from "./harness";
import { noted } from "./suite-steps";

export function waitingCases(play: Play): void {
  it(
    "sleeps, and repeats nothing afterwards",
    play(async ({ client, named, serve, send, until }) => {
      const ran: string[] = [];
      await serve([
        client.createFunction({ id: "nap", triggers: { event: named("go") } }, async ({ step }) => {
          await step.run("before", () => noted(ran, "before"));
          await step.sleep("for", "1s");
          await step.sleepUntil("until", new Date(Date.now() + 1000));
          await step.run("after", () => noted(ran, "after"));
        }),
      ]);
      await send("go");
      await until("the end", () => ran.includes("after"));
      expect(ran).toEqual(["before", "after"]);
    }),
  );

  it(
    "waits for the event that matches, and takes null when none comes in time",
    play(async ({ client, named, serve, send, until }) => {
      const got: unknown[] = [];
      await serve([
        client.createFunction(
          { id: "wait", triggers: { event: named("go") } },
          async ({ step }) => {
            await step.run("begin", () => noted(got, "begin"));
            const matched = await step.waitForEvent("matched", {
              event: named("answer"),
              timeout: "1m",
              match: "data.id",
            });
            await step.run("first", () => noted(got, matched?.data.n ?? null));
            const judged = await step.waitForEvent("judged", {
              event: named("verdict"),
              timeout: "1m",
              if: "event.data.id == async.data.id && async.data.n > 1",
            });
            await step.run("second", () => noted(got, judged?.data.n ?? null));
            const missed = await step.waitForEvent("missed", {
              event: named("nothing"),
              timeout: "1s",
            });
            await step.run("third", () => noted(got, missed));
          },
        ),
      ]);
      await send("go", { id: "mine" });
      await until("the first step", () => got.length === 1);
      await pause(2000);
      await send("answer", { id: "other", n: 7 });
      await send("answer", { id: "mine", n: 1 });
      await until("the first answer", () => got.length === 2);
      await pause(2000);
      await send("verdict", { id: "mine", n: 1 });
      await send("verdict", { id: "mine", n: 2 });
      await until("the end", () => got.length === 4);
      expect(got).toEqual(["begin", 1, 2, null]);
    }),
  );

  it(
    "invokes another function, and throws what that one threw",
    play(async ({ client, named, serve, send, until }) => {
      const got: unknown[] = [];
      const child = client.createFunction(
        { id: "child", triggers: { event: named("never") } },
        ({ event, step }) => step.run("double", () => event.data.n * 2),
      );
      const broken = client.createFunction(
        { id: "broken", triggers: { event: named("never") }, retries: 0 },
        () => {
          throw new Error("child broke");
        },
      );
      await serve([
        child,
        broken,
        client.createFunction(
          { id: "parent", triggers: { event: named("go") }, retries: 0 },
          async ({ step }) => {
            const doubled = await step.invoke("double", { function: child, data: { n: 21 } });
            await step.run("keep", () => noted(got, doubled));
            const caught = await step
              .invoke("breaks", { function: broken, data: {} })
              .catch((error: Error) => error.message);
            await step.run("keep too", () => noted(got, caught));
          },
        ),
      ]);
      await send("go");
      await until("the end", () => got.length === 2);
      expect(got[0]).toBe(42);
      expect(got[1]).toContain("child broke");
    }),
  );

  it(
    "goes on with the first of a race",
    play(async ({ client, named, serve, send, until }) => {
      const got: unknown[] = [];
      await serve([
        client.createFunction(
          { id: "race", triggers: { event: named("go") } },
          async ({ step, group }) => {
            const winner = await group.parallel({ mode: "race" }, () =>
              Promise.race([
                step.sleep("long", "20s").then(() => "long"),
                step.run("short", () => "short"),
              ]),
            );
            await step.run("keep", () => noted(got, winner));
          },
        ),
      ]);
      await send("go");
      await until("the winner", () => got.length > 0);
      expect(got).toEqual(["short"]);
    }),
  );

  it(
    "begins a run for a name with a star, and not where the expression is false",
    play(async ({ client, named, serve, send, until }) => {
      const got: unknown[] = [];
      await serve([
        client.createFunction(
          { id: "star", triggers: { event: named("doc.*") } },
          ({ event }) => void noted(got, event.data.n),
        ),
        client.createFunction(
          { id: "iff", triggers: { event: named("doc.b"), if: "event.data.n > 5" } },
          ({ event }) => void noted(got, event.data.n * 100),
        ),
      ]);
      await send("doc.a", { n: 1 });
      await send("doc.b", { n: 2 });
      await send("other", { n: 3 });
      await send("doc.b", { n: 6 });
      await until("all four", () => got.length === 4);
      expect(got.map(Number).toSorted((a, b) => a - b)).toEqual([1, 2, 6, 600]);
    }),
  );

  it(
    "is cancelled by the event that matches, and by no other",
    play(async ({ client, named, serve, send, until }) => {
      const ran: string[] = [];
      await serve([
        client.createFunction(
          {
            id: "order",
            triggers: { event: named("go") },
            cancelOn: [{ event: named("stop"), match: "data.id" }],
          },
          async ({ step, event }) => {
            await step.run("begin", () => noted(ran, `begin ${event.data.id}`));
            await step.sleep("nap", "6s");
            await step.run("end", () => noted(ran, `end ${event.data.id}`));
          },
        ),
      ]);
      await send("go", { id: "a" });
      await send("go", { id: "b" });
      await until("both", () => ran.length === 2);
      await pause(1000);
      await send("stop", { id: "a" });
      await until("b", () => ran.includes("end b"));
      await pause(1500);
      expect(ran.filter((what) => what.startsWith("end"))).toEqual(["end b"]);
    }),
  );

  it(
    "refuses a cron that has seconds or makes no sense",
    play(async ({ client, serve }) => {
      const bad = client.createFunction({ id: "bad", triggers: { cron: "61 * * * *" } }, () => 1);
      await expect(serve([bad])).rejects.toThrow();
    }),
  );
}
