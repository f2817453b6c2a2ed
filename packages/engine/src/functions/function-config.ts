import { z } from "zod";

import { durationSeconds } from "./durations";
import { checkExpression } from "./expressions";
import { nextFire } from "./next-fire";

const Concurrency = z.object({
  limit: z.number().int().min(0),
  key: z.string().optional(),
  scope: z.enum(["fn", "env", "account"]).optional(),
});

const Rate = z.object({
  limit: z.number().int().min(1),
  period: z.string(),
  key: z.string().optional(),
});

const Config = z.looseObject({
  id: z.string().min(1),
  name: z.string().optional(),
  triggers: z.array(
    z.looseObject({
      event: z.string().optional(),
      expression: z.string().nullish(),
      cron: z.string().optional(),
      jitter: z.string().nullish(),
    }),
  ),
  steps: z.record(
    z.string(),
    z.looseObject({ retries: z.object({ attempts: z.number().int() }).optional() }),
  ),
  concurrency: z.union([z.number().int(), Concurrency, z.array(Concurrency)]).optional(),
  idempotency: z.string().optional(),
  throttle: Rate.extend({ burst: z.number().int().min(1).optional() }).optional(),
  rateLimit: Rate.optional(),
  debounce: z
    .object({ period: z.string(), key: z.string().optional(), timeout: z.string().optional() })
    .optional(),
  batchEvents: z
    .object({
      maxSize: z.number().int().min(1).max(100),
      timeout: z.string(),
      key: z.string().optional(),
      if: z.string().optional(),
    })
    .optional(),
  priority: z.object({ run: z.string().optional() }).optional(),
  singleton: z.object({ key: z.string().optional(), mode: z.enum(["skip", "cancel"]) }).optional(),
  timeouts: z.object({ start: z.string().optional(), finish: z.string().optional() }).optional(),
  cancel: z
    .array(
      z.object({ event: z.string(), if: z.string().optional(), timeout: z.string().optional() }),
    )
    .optional(),
});

/** The configuration of a function as the engine keeps it. `maxAttempts` counts the first try; a trigger's `event` may end in `*`. Keys are CEL. */
export type FunctionConfig = {
  id: string;
  app: string;
  name: string;
  maxAttempts: number;
  triggers: { event: string; expression: string | null }[];
  crons: { cron: string; jitterSeconds: number }[];
  cancel: { event: string; expression: string | null; withinSeconds: number | null }[];
  concurrency: { limit: number; key: string | null; scope: "fn" | "env" | "account" }[];
  idempotency: string | null;
  throttle: { limit: number; periodSeconds: number; burst: number; key: string | null } | null;
  rateLimit: { limit: number; periodSeconds: number; key: string | null } | null;
  debounce: { periodSeconds: number; timeoutSeconds: number | null; key: string | null } | null;
  batch: { maxSize: number; timeoutSeconds: number; key: string | null; if: string | null } | null;
  /** Seconds between -600 and 600 by which a run goes ahead of its age. */
  priority: string | null;
  singleton: { key: string | null; mode: "skip" | "cancel" } | null;
  timeouts: { startSeconds: number | null; finishSeconds: number | null };
};

/** Reads one function of a registration. Throws with the function's id and the option's name for whatever the engine cannot do. */
export function functionConfig(registered: unknown, app: string): FunctionConfig {
  const config = Config.parse(registered);
  try {
    return configOf(config, app);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`Function "${config.id}" cannot be registered: ${why}`, { cause: error });
  }
}

type Registered = z.infer<typeof Config>;

function configOf(config: Registered, app: string): FunctionConfig {
  const attempts = config.steps.step?.retries?.attempts ?? 4;
  if (attempts > 20) throw new Error("at most 20 retries are allowed");
  if (config.triggers.length > 10) throw new Error("at most ten triggers are allowed");
  if ((config.cancel?.length ?? 0) > 5) throw new Error("at most five cancelOn are allowed");
  refuseUnknown(config);
  refuseWithBatch(config);

  const read: FunctionConfig = {
    id: config.id,
    app,
    name: config.name ?? config.id,
    maxAttempts: attempts + 1,
    triggers: config.triggers.flatMap(({ event, expression }) =>
      event ? [{ event, expression: expression ?? null }] : [],
    ),
    crons: config.triggers.flatMap(({ cron, jitter }) =>
      cron ? [{ cron, jitterSeconds: jitter ? durationSeconds(jitter) : 0 }] : [],
    ),
    cancel: (config.cancel ?? []).map((cancel) => ({
      event: cancel.event,
      expression: cancel.if ?? null,
      withinSeconds: seconds(cancel.timeout),
    })),
    concurrency: limitsOf(config.concurrency),
    idempotency: config.idempotency ?? null,
    ...flowControl(config),
  };
  checkExpressions(read);
  for (const { cron } of read.crons) nextFire(cron);
  return read;
}

function flowControl({ throttle, rateLimit, debounce, batchEvents, ...config }: Registered) {
  return {
    throttle: throttle
      ? { ...rateOf(throttle, "throttle", [1, 7 * DAY]), burst: throttle.burst ?? 1 }
      : null,
    rateLimit: rateLimit ? rateOf(rateLimit, "rateLimit", [1, DAY]) : null,
    debounce: debounce
      ? {
          periodSeconds: within("debounce.period", durationSeconds(debounce.period), [1, 7 * DAY]),
          timeoutSeconds: seconds(debounce.timeout),
          key: debounce.key ?? null,
        }
      : null,
    batch: batchEvents
      ? {
          maxSize: batchEvents.maxSize,
          timeoutSeconds: within(
            "batchEvents.timeout",
            durationSeconds(batchEvents.timeout),
            [1, 600],
          ),
          key: batchEvents.key ?? null,
          if: batchEvents.if ?? null,
        }
      : null,
    priority: config.priority?.run ?? null,
    singleton: config.singleton
      ? { key: config.singleton.key ?? null, mode: config.singleton.mode }
      : null,
    timeouts: {
      startSeconds: seconds(config.timeouts?.start),
      finishSeconds: seconds(config.timeouts?.finish),
    },
  };
}

const DAY = 86_400;

function rateOf(
  rate: z.infer<typeof Rate>,
  option: string,
  range: readonly [number, number],
): { limit: number; periodSeconds: number; key: string | null } {
  const periodSeconds = within(`${option}.period`, durationSeconds(rate.period), range);
  return { limit: rate.limit, periodSeconds, key: rate.key ?? null };
}

function within(option: string, value: number, [least, most]: readonly [number, number]): number {
  if (value < least || value > most)
    throw new Error(`"${option}" must be ${least} to ${most} seconds`);
  return value;
}

function seconds(duration: string | undefined): number | null {
  return duration ? durationSeconds(duration) : null;
}

const knownOptions = new Set([...Object.keys(Config.shape), "name"]);

/** An option of a newer SDK that would be ignored silently is refused instead. */
function refuseUnknown(config: Registered): void {
  for (const [option, value] of Object.entries(config)) {
    if (value !== undefined && value !== null && !knownOptions.has(option)) {
      throw new Error(`this engine does not support "${option}"`);
    }
  }
}

function refuseWithBatch(config: Registered): void {
  if (!config.batchEvents) return;
  for (const option of [
    "idempotency",
    "rateLimit",
    "debounce",
    "cancel",
    "priority",
    "singleton",
  ] as const) {
    const value = config[option];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    throw new Error(`"batchEvents" cannot go with "${option === "cancel" ? "cancelOn" : option}"`);
  }
}

function limitsOf(concurrency: Registered["concurrency"]): FunctionConfig["concurrency"] {
  if (concurrency === undefined) return [];
  const limits = typeof concurrency === "number" ? [{ limit: concurrency }] : [concurrency].flat();
  if (limits.length > 2) throw new Error("at most two concurrency keys are allowed");
  return limits.flatMap((given) => {
    const { limit, key, scope = "fn" } = Concurrency.parse(given);
    if (scope !== "fn" && !key) throw new Error(`concurrency of the scope "${scope}" needs a key`);
    return limit > 0 ? [{ limit, key: key ?? null, scope }] : [];
  });
}

function checkExpressions(config: FunctionConfig): void {
  const { throttle, rateLimit, debounce, batch, singleton } = config;
  const expressions = [
    ...[...config.triggers, ...config.cancel].map(({ expression }) => expression),
    ...[...config.concurrency, throttle, rateLimit, debounce, batch, singleton].map(
      (limited) => limited?.key,
    ),
    batch?.if,
    config.idempotency,
    config.priority,
  ];
  for (const expression of expressions) if (expression) checkExpression(expression);
}
