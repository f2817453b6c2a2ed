import type { InngestFunction } from "inngest";

import { type Client, pause } from "./harness";
import { limit, type Move, type Plan, retries } from "./properties-plan";

/** One time that a step's code ran. `end` is null while it runs. */
export type Execution = {
  engine: number;
  key: string;
  tenant: number;
  step: string;
  isAside: boolean;
  begin: number;
  end: number | null;
};

/** The functions that do what a plan says, and note it. */
export function playFunctions(
  client: Client,
  engine: number,
  log: Execution[],
): InngestFunction.Any[] {
  async function work(of: { key: string; plan: Plan }, step: string, isAside = false) {
    const { tenant } = of.plan;
    const execution: Execution = {
      ...{ engine, key: of.key, tenant, step, isAside, begin: performance.now(), end: null },
    };
    log.push(execution);
    await pause(5 + Math.random() * 30);
    execution.end = performance.now();
  }

  const child = client.createFunction(
    { id: "child", triggers: { event: "never" }, retries },
    ({ event, step, attempt }) =>
      step.run("child", () => {
        if (attempt < event.data.failures) throw new Error("not yet");
        return event.data.n;
      }),
  );

  const play = client.createFunction(
    {
      id: "play",
      triggers: { event: "play" },
      retries,
      concurrency: { limit, key: "event.data.plan.tenant" },
    },
    async ({ event, step, attempt }) => {
      const of = toldBy(event.data);
      const tried = (name: string, n: number, failures: number, isAside: boolean) =>
        step
          .run(name, async () => {
            await work(of, name, isAside);
            if (attempt < failures) throw new Error("not yet");
            return n;
          })
          .catch(() => "caught");

      async function make(move: Move, n: number): Promise<unknown> {
        switch (move.kind) {
          case "run":
            return tried(`run ${n}`, n, move.failures, false);
          case "sleep":
            await step.sleep(`sleep ${n}`, "1s");
            return null;
          case "wait": {
            const condition = `async.data.key == "${of.key}" && async.data.n == ${n}`;
            const wanted = { event: "answer", timeout: "10m", if: condition };
            return (await step.waitForEvent(`wait ${n}`, wanted))?.data.n;
          }
          case "both":
            return Promise.all([
              tried(`left ${n}`, n, 0, true),
              tried(`right ${n}`, n, move.failures, true),
            ]);
          case "invoke":
            return step
              .invoke(`invoke ${n}`, { function: child, data: { n, failures: move.failures } })
              .catch(() => "caught");
          default:
            return move satisfies never;
        }
      }

      const made: unknown[] = [];
      for (const [n, move] of of.plan.moves.entries()) made.push(await make(move, n));
      return made;
    },
  );
  return [child, play];
}

/** Safe: only the stage sends these events. */
function toldBy(data: unknown) {
  return data as { key: string; plan: Plan };
}
