import { Cron } from "croner";
import { z } from "zod";

import { durationSeconds } from "./durations";
import { checkExpression } from "./expressions";

const Concurrency = z.object({
  limit: z.number().int().min(0),
  key: z.string().optional(),
  scope: z.enum(["fn", "env", "account"]).optional(),
});

const Config = z.looseObject({
  id: z.string().min(1),
  name: z.string().optional(),
  triggers: z.array(
    z.looseObject({
      event: z.string().optional(),
      expression: z.string().nullish(),
      cron: z.string().optional(),
    }),
  ),
  steps: z.record(
    z.string(),
    z.looseObject({ retries: z.object({ attempts: z.number().int() }).optional() }),
  ),
  concurrency: z.union([z.number().int(), Concurrency, z.array(Concurrency)]).optional(),
  idempotency: z.string().optional(),
  cancel: z
    .array(
      z.object({ event: z.string(), if: z.string().optional(), timeout: z.string().optional() }),
    )
    .optional(),
});

/** What the engine keeps of a function. `maxAttempts` counts the first try; a trigger's `event` may end in `*`. */
export type FunctionConfig = {
  id: string;
  name: string;
  maxAttempts: number;
  triggers: { event: string; expression: string | null }[];
  crons: string[];
  cancel: { event: string; expression: string | null; withinSeconds: number | null }[];
  concurrency: { limit: number; key: string | null }[];
  idempotency: string | null;
};

const unsupported = [
  "batchEvents",
  "debounce",
  "throttle",
  "rateLimit",
  "singleton",
  "priority",
  "timeouts",
] as const;

/** Reads one function of a registration. Throws with the function's id and the option's name for whatever the engine cannot do. */
export function functionConfig(registered: unknown): FunctionConfig {
  const config = Config.parse(registered);
  const refuse = (why: string): never => {
    throw new Error(`Function "${config.id}" cannot be registered: ${why}`);
  };

  for (const option of unsupported) {
    if (config[option] !== undefined && config[option] !== null) {
      refuse(`this engine does not support "${option}" yet`);
    }
  }
  const concurrency = limitsOf(config.concurrency);
  if (concurrency.length > 2) refuse("at most two concurrency keys are allowed");
  if (concurrency.some(({ scope }) => scope === "env" || scope === "account")) {
    refuse('concurrency scopes "env" and "account" are not supported yet');
  }
  if (config.triggers.some((trigger) => "jitter" in trigger && trigger.jitter)) {
    refuse('this engine does not support cron "jitter" yet');
  }
  const attempts = config.steps.step?.retries?.attempts ?? 4;
  if (attempts > 20) refuse("at most 20 retries are allowed");

  const read: FunctionConfig = {
    id: config.id,
    name: config.name ?? config.id,
    maxAttempts: attempts + 1,
    triggers: config.triggers.flatMap(({ event, expression }) =>
      event ? [{ event, expression: expression ?? null }] : [],
    ),
    crons: config.triggers.flatMap(({ cron }) => (cron ? [cron] : [])),
    cancel: (config.cancel ?? []).map((cancel) => ({
      event: cancel.event,
      expression: cancel.if ?? null,
      withinSeconds: cancel.timeout ? durationSeconds(cancel.timeout) : null,
    })),
    concurrency: concurrency.flatMap(({ limit, key }) =>
      limit > 0 ? [{ limit, key: key ?? null }] : [],
    ),
    idempotency: config.idempotency ?? null,
  };
  checkParts(read);
  return read;
}

function limitsOf(
  concurrency: z.infer<typeof Config>["concurrency"],
): z.infer<typeof Concurrency>[] {
  if (concurrency === undefined) return [];
  if (typeof concurrency === "number") return [{ limit: concurrency }];
  return Array.isArray(concurrency) ? concurrency : [concurrency];
}

function checkParts(config: FunctionConfig): void {
  const place = `Function "${config.id}" cannot be registered`;
  for (const { expression } of [...config.triggers, ...config.cancel]) {
    if (expression) checkExpression(expression, place);
  }
  for (const { key } of config.concurrency) if (key) checkExpression(key, place);
  if (config.idempotency) checkExpression(config.idempotency, place);
  for (const cron of config.crons) {
    try {
      nextFire(cron);
    } catch (error) {
      throw new Error(`${place}: ${error instanceof Error ? error.message : error}`, {
        cause: error,
      });
    }
  }
}

/** The next moment of a cron of five fields or a descriptor such as @daily, with an optional `TZ=Zone ` before it. */
export function nextFire(cron: string, after = new Date()): Date {
  const [, timezone, pattern = cron] = /^(?:CRON_)?TZ=(\S+)\s+(.+)$/.exec(cron.trim()) ?? [];
  const fields = pattern.trim().split(/\s+/);
  if (!pattern.trim().startsWith("@") && fields.length !== 5) {
    throw new Error(`the cron "${cron}" has ${fields.length} fields; Inngest takes five`);
  }
  const next = new Cron(pattern.trim(), { timezone: timezone ?? "UTC", paused: true }).nextRun(
    after,
  );
  if (!next) throw new Error(`the cron "${cron}" never fires`);
  return next;
}
