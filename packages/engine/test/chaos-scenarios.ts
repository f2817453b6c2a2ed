import { anyOf, type Chaos, startChaos } from "./chaos";
import type { Verdict } from "./chaos-verdict";
import { pause } from "./harness";
import type { TestPostgres } from "./postgres";

type Size = { runs: number; blows: number };

/** Workers are killed with -9 at random moments while runs flow; each is replaced at once. */
export const killWorkers = (postgres: TestPostgres, { runs, blows }: Size) =>
  underBlows(postgres, runs, async (chaos) => {
    for (let n = 0; n < blows; n++) {
      await pause(100 + Math.random() * 500);
      const victim = anyOf(chaos.workers);
      if (victim) chaos.kill(victim);
      await chaos.startWorker();
    }
  });

/** Workers are stopped for longer than their lease and go on as if nothing had happened. */
export const stallWorkers = (postgres: TestPostgres, { runs, blows }: Size) =>
  underBlows(postgres, runs, async (chaos) => {
    for (let n = 0; n < blows; n++) {
      await pause(200 + Math.random() * 400);
      const victim = anyOf(chaos.workers);
      if (victim) await chaos.stall(victim, 1000 + Math.random() * 3000);
    }
  });

/** PostgreSQL is restarted in mode immediate, as if it had crashed. */
export const restartPostgres = (postgres: TestPostgres, { runs, blows }: Size) =>
  underBlows(postgres, runs, async () => {
    for (let n = 0; n < blows; n++) {
      await pause(500 + Math.random() * 1000);
      await postgres.restart();
    }
  });

/** As after `kill -9`, until somebody has started it again: longer than what follows at once may take for a hiccup. */
export const losePostgres = (postgres: TestPostgres, { runs, blows }: Size) =>
  underBlows(postgres, runs, async () => {
    for (let n = 0; n < blows; n++) {
      await pause(500 + Math.random() * 1000);
      await postgres.restart(3000);
    }
  });

/** The workers' clocks jump by hours, forward and back, through sleeps, retries and a cron. */
export async function jumpClocks(postgres: TestPostgres, { runs }: Size) {
  let early = 0;
  let crons = { runs: 0, moments: 0, ahead: 0 };
  const verdict = await underBlows(
    postgres,
    runs,
    async () => undefined,
    async (chaos) => {
      early = endedTheirNapEarly(chaos);
      crons = await cronRuns(chaos);
    },
    { clockJumps: true },
  );
  return { ...verdict, early, cronsAhead: crons.ahead, cronsDoubled: crons.runs - crons.moments };
}

/** Every event is sent up to three times, at once and in any order. */
export async function repeatEvents(postgres: TestPostgres, { runs }: Size): Promise<Verdict> {
  const chaos = await startChaos(postgres);
  try {
    await chaos.startWorker();
    const keys = Array.from({ length: runs }, (_, n) => `wait-${n}`);
    await Promise.all(
      shuffled([...keys, ...keys, ...keys]).map((key) => chaos.send("chaos/wait", key)),
    );
    await Promise.all(shuffled([...keys, ...keys]).map((key) => chaos.send("chaos/answer", key)));
    return await chaos.verdict();
  } finally {
    await chaos.stop();
  }
}

async function underBlows(
  postgres: TestPostgres,
  runs: number,
  strike: (chaos: Chaos) => Promise<void>,
  look: (chaos: Chaos) => Promise<void> = async () => undefined,
  options: { clockJumps?: boolean } = {},
): Promise<Verdict> {
  const chaos = await startChaos(postgres, options);
  try {
    await Promise.all([chaos.startWorker(), chaos.startWorker()]);
    let isOver = false;
    const flow = (async () => {
      for (let n = 0; n < runs || !isOver; n++) {
        await chaos.send("chaos/flow", `flow-${n}`, { tenant: n % 3 });
        await chaos.send("chaos/wait", `wait-${n}`);
        // Each wait must get its answer, however long PostgreSQL is away.
        while (!(await chaos.send("chaos/answer", `wait-${n}`))) await pause(100);
        if (n >= runs) await pause(250);
      }
    })();
    await strike(chaos);
    isOver = true;
    await flow;
    const verdict = await chaos.verdict();
    await look(chaos);
    return verdict;
  } finally {
    await chaos.stop();
  }
}

/** Runs whose step after the nap of a second began sooner than a second after the step before it. */
function endedTheirNapEarly(chaos: Chaos): number {
  const at = (step: string) =>
    new Map(chaos.lines().flatMap((line) => (line.step === step ? [[line.key, line.micros]] : [])));
  const before = at("flaky");
  return [...at("last")].filter(([key, micros]) => micros - (before.get(key) ?? 0) < 1_000_000)
    .length;
}

async function cronRuns(chaos: Chaos) {
  const { items } = await chaos.engine.listRuns({ functionId: "chaos-tick", limit: 100 });
  const details = await Promise.all(items.map(({ id }) => chaos.engine.getRun(id)));
  const moments = details.flatMap((run) => run?.events.map(({ ts }) => ts) ?? []);
  return {
    runs: items.length,
    moments: new Set(moments).size,
    ahead: moments.filter((moment) => moment > Date.now()).length,
  };
}

function shuffled<Value>(values: readonly Value[]): Value[] {
  return values
    .map((value) => ({ value, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);
}
