import { aBench, until } from "./harness";
import type { TestPostgres } from "./postgres";

/**
 * One tenant sends `noise` events; while they wait, all others send one each. `worstOvertaking` is the most runs of the noisy tenant that
 * began after a quiet tenant's event was acknowledged and before that event's run began.
 */
export async function crowd(
  postgres: TestPostgres,
  { tenants, noise }: { tenants: number; noise: number },
): Promise<{ worstOvertaking: number; lost: number; stuck: number }> {
  const bench = await aBench(postgres);
  const began: string[] = [];
  const asked = new Map<string, number>();
  try {
    const { engine, client } = await bench.startEngine((client) => [
      client.createFunction(
        {
          id: "crowd",
          triggers: { event: "crowd" },
          concurrency: [{ limit: 4 }, { limit: 2, key: "event.data.tenant" }],
        },
        ({ step, event }) => step.run("work", () => void began.push(event.data.tenant)),
      ),
    ]);
    const event = (tenant: string) => ({ name: "crowd", data: { tenant } });
    await client.send(Array.from({ length: noise }, () => event("noisy")));
    const quiet = Array.from({ length: tenants - 1 }, (_, n) => `quiet-${n}`);
    for (let n = 0; n < quiet.length; n += 50) {
      const some = quiet.slice(n, n + 50);
      await client.send(some.map(event));
      for (const tenant of some) asked.set(tenant, began.length);
    }
    await until("every run", () => began.length === noise + quiet.length, 300_000).catch(() => {});
    const overtakings = quiet.map((tenant) => {
      const at = began.indexOf(tenant);
      return began.slice(asked.get(tenant), at).filter((other) => other === "noisy").length;
    });
    const stuck = await until("the last to end", async () => {
      const left = await engine.countRuns({ states: ["queued", "running", "sleeping"] }, 100_000);
      return left === 0 ? 0 : false;
    }).catch(() => -1);
    return {
      worstOvertaking: Math.max(...overtakings),
      lost: quiet.filter((tenant) => !began.includes(tenant)).length,
      stuck: Math.abs(stuck),
    };
  } finally {
    await bench.stop();
  }
}
