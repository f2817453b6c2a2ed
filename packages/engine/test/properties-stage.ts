import { serve } from "inngest/edge";

import { aBench, clientOf, pause, until } from "./harness";
import type { TestPostgres } from "./postgres";
import { type Deed, limit, type Plan } from "./properties-plan";
import { type Execution, playFunctions } from "./properties-play";
import { aWeakLink, type WeakLink } from "./weak-link";

type Sent = { key: string; plan: Plan; isCancelled: boolean };

/** The traces that a schedule left, to be compared with the model. */
export type Aftermath = {
  sent: Sent[];
  runs: { key: string; state: string; output: unknown; finishedAt: number | null }[];
  kept: { key: string; step: string; at: number }[];
  log: Execution[];
  /** Returns whether an engine was cut off from the database at some time between the two moments. */
  wasApart: (engine: number, from: number, to: number) => boolean;
  /** Sightings of more slots taken than there are, or of a run that waits without a reason. */
  sightings: string[];
};

/** Carries out a schedule on two engines, then answers every wait, lets all runs end and collects what there is to see. */
export async function carryOut(
  postgres: TestPostgres,
  schedule: readonly Deed[],
): Promise<Aftermath> {
  const bench = await aBench(postgres);
  const { engine: watcher, client } = bench.anEngine();
  const log: Execution[] = [];
  const links: WeakLink[] = [];
  const sent: Sent[] = [];
  const sightings: string[] = [];

  async function startEngine() {
    const link = await aWeakLink(bench.runtimeUrl);
    const number = links.push(link) - 1;
    const { engine } = bench.anEngine({
      connectionString: link.url,
      leaseSeconds: 1,
      concurrency: 6,
    });
    const own = clientOf(engine);
    await engine.start(serve({ client: own, functions: playFunctions(own, number, log) }));
  }

  const send = ({ key, plan }: Sent) => client.send({ id: key, name: "play", data: { key, plan } });
  const answer = ({ key, plan }: Sent) =>
    client.send(
      plan.moves.flatMap(({ kind }, n) =>
        kind === "wait" ? [{ id: `${key}:${n}`, name: "answer", data: { key, n } }] : [],
      ),
    );

  async function perform(deed: Deed): Promise<unknown> {
    const chosen = "run" in deed ? sent[deed.run % sent.length] : undefined;
    switch (deed.kind) {
      case "send": {
        const one = { key: `run-${sent.length}`, plan: deed.plan, isCancelled: false };
        sent.push(one);
        return send(one);
      }
      case "repeat":
        return chosen && send(chosen);
      case "answer":
        return chosen?.plan.moves.some(({ kind }) => kind === "wait") && answer(chosen);
      case "cancel": {
        if (!chosen) return;
        const count = await watcher.cancelRunsByEvent({ data: { key: chosen.key } });
        chosen.isCancelled ||= count > 0;
        return;
      }
      case "crash":
        links.at(-1)?.cutAfter(deed.after);
        return startEngine();
      case "stall":
        return links.at(-1)?.hold(deed.milliseconds);
      case "pause":
        return pause(deed.milliseconds);
      default:
        return deed satisfies never;
    }
  }

  try {
    await Promise.all([startEngine(), startEngine()]);
    for (const deed of schedule) {
      await perform(deed);
      sightings.push(...(await look()));
    }
    for (const one of sent)
      if (one.plan.moves.some(({ kind }) => kind === "wait")) await answer(one);
    await until(
      "every run to end",
      async () => (await watcher.countRuns({ states: ["queued", "running", "sleeping"] }, 1)) === 0,
      60_000,
    ).catch(() => sightings.push("not every run ended"));
    return {
      ...{ sent, log, sightings, ...(await tables()) },
      wasApart: (engine, from, to) => links[engine]?.wasApart(from, to) ?? false,
    };
  } finally {
    await bench.stop();
    for (const link of links) link.close();
  }

  async function look(): Promise<string[]> {
    const full = await bench.owner(
      `select key from engine.slot where holder like '%' group by key having count(*) > ${limit}`,
    );
    const { items } = await watcher.listRuns({ states: ["queued", "sleeping"], limit: 50 });
    const details = await Promise.all(items.map(({ id }) => watcher.getRun(id)));
    const silent = details.filter(
      (run) => run && (run.state === "queued" || run.state === "sleeping") && !run.waitingFor,
    );
    return [
      ...full.map((row) => `too many slots: ${JSON.stringify(row)}`),
      ...silent.map((run) => `no reason to wait: ${run?.id} ${run?.state}`),
    ];
  }

  async function tables() {
    const offset = performance.timeOrigin;
    const rows = await bench.owner(
      `select e.data ->> 'key' as key, r.state, r.output, s.name as step, s.state as step_state,
              extract(epoch from r.finished_at)::float8 * 1000 - ${offset} as run_at,
              extract(epoch from s.finished_at)::float8 * 1000 - ${offset} as step_at
         from engine.run r join engine.event e on e.id = r.event_id left join engine.step s on s.run_id = r.id
        where r.function_id = 'app-play'`,
    );
    return tablesFrom(rows);
  }
}

/** Sends one event after the other; each tenant may have one run at a time. Returns the order in which the runs began. */
export async function beginnings(
  postgres: TestPostgres,
  tenants: readonly number[],
): Promise<number[]> {
  const bench = await aBench(postgres);
  const began: number[] = [];
  try {
    const { client } = await bench.startEngine((client) => [
      client.createFunction(
        {
          id: "lane",
          triggers: { event: "go" },
          concurrency: { limit: 1, key: "event.data.tenant" },
        },
        ({ event, step }) => step.run("begin", () => void began.push(event.data.n)),
      ),
    ]);
    for (const [n, tenant] of tenants.entries())
      await client.send({ name: "go", data: { n, tenant } });
    await until("every run", () => began.length === tenants.length, 60_000);
    return began;
  } finally {
    await bench.stop();
  }
}

type Row = {
  key: string;
  state: string;
  output: unknown;
  step: string | null;
  step_state: string | null;
  run_at: number | null;
  step_at: number;
};

function tablesFrom(rows: unknown[]): Pick<Aftermath, "runs" | "kept"> {
  const typed = rowsFrom(rows);
  const runs = new Map(
    typed.map(({ key, state, output, run_at }) => [
      key,
      { key, state, output, finishedAt: run_at },
    ]),
  );
  const kept = typed.flatMap(({ key, step, step_state, step_at }) =>
    step && (step_state === "done" || step_state === "failed") ? [{ key, step, at: step_at }] : [],
  );
  return { runs: [...runs.values()], kept };
}

/** Safe: the columns are those of the statement above. */
function rowsFrom(rows: unknown[]): Row[] {
  return rows as Row[];
}
