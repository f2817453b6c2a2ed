import type { Inngest } from "inngest";
import { serve } from "inngest/edge";
import { migrateEngine } from "../src/database/migrate";
import { createEngine } from "../src/engine";
import { clientOf } from "./harness";

type Data = Record<string, unknown>;

/** A function as a list of steps; each returns the result that the run keeps, or throws. */
export type PlainFunction = {
  id: string;
  event: string;
  retries?: 0 | 1 | 2;
  steps: readonly (readonly [name: string, work: (data: Data) => unknown])[];
};

/** Starts an engine with these functions, for packages that look at runs and may not write functions. `stop` it in the end. */
export async function functionsAtWork({
  connectionString,
  tenantField,
  functions,
}: {
  connectionString: string;
  tenantField: string;
  functions: readonly PlainFunction[];
}) {
  await migrateEngine({ connectionString });
  const engine = createEngine({ connectionString, tenantField, retryDelays: () => 20 });
  const client = clientOf(engine, "besunny");
  await engine.start(
    serve({
      client,
      functions: functions.map((plain) => asFunction(client, plain)),
    }),
  );
  return {
    send: async (name: string, data: Data): Promise<void> => {
      await client.send({ name, data });
    },
    stop: () => engine.stop({ graceSeconds: 1 }),
  };
}

function asFunction(client: Inngest, { id, event: name, retries = 0, steps }: PlainFunction) {
  return client.createFunction(
    { id, retries, triggers: { event: name } },
    async ({ event, step }) => {
      for (const [stepName, work] of steps) {
        if (stepName === "sleep") await step.sleep("sleep", "1h");
        else await step.run(stepName, () => work(event.data));
      }
      return { outcome: "done" };
    },
  );
}
