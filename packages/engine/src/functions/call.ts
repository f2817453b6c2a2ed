import { z } from "zod";

import type { StoredEvent } from "../database/stored-event";
import { retryAfterDelay } from "./retry-delays";
import { type ServeHandler, serveUrl } from "./serve-handler";

const Op = z.looseObject({
  id: z.string(),
  op: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
  opts: z.looseObject({}).nullish(),
  timing: z.looseObject({ a: z.number(), b: z.number().optional() }).nullish(),
});
export type Op = z.infer<typeof Op>;
export const Ops = z.array(Op);

export function stepName(op: Op): string {
  return op.displayName ?? op.name ?? op.id;
}

export function beganAt(op: Op): Date | null {
  return op.timing ? new Date(op.timing.a / 1e6) : null;
}

/** Returns the input of a step, undefined where the SDK does not report it. */
export function inputOf(op: Op): unknown {
  return op.opts && "input" in op.opts ? op.opts.input : undefined;
}

/** The answer of a function. `delay` in milliseconds where it asked for one. */
export type Answer =
  | { kind: "ops"; ops: Op[]; version: number; delay: number | null }
  | { kind: "returned"; output: unknown }
  | { kind: "threw"; error: unknown; retriable: boolean; delay: number | null };

export type Call = {
  functionId: string;
  runId: string;
  stepId: string | null;
  queueItem: string;
  generation: number;
  attempt: number;
  maxAttempts: number;
  parallel: boolean;
  /** One, or all of a batch. */
  events: StoredEvent[];
  stack: string[];
  memos: Record<string, unknown>;
};

/** Calls a function through the SDK's own handler. Never throws: an answer that is not the SDK's counts as a failure to be retried. */
export async function callFunction(handler: ServeHandler, call: Call): Promise<Answer> {
  try {
    return await readAnswer(await handler(requestFor(call)));
  } catch (error) {
    return threw(error instanceof Error ? error : new Error(String(error)));
  }
}

function requestFor(call: Call): Request {
  const url = new URL(serveUrl);
  url.searchParams.set("fnId", call.functionId);
  url.searchParams.set("stepId", call.stepId ?? "step");
  return new Request(url, {
    method: "POST",
    headers: {
      host: url.host,
      "content-type": "application/json",
      "x-run-id": call.runId,
      "x-request-id": `${call.queueItem}:${call.generation}`,
      "x-inngest-job-id": call.queueItem,
      "x-inngest-generation-id": String(call.generation),
      "x-inngest-req-version": "2",
    },
    body: JSON.stringify({
      version: 2,
      event: call.events[0],
      events: call.events,
      steps: call.memos,
      use_api: false,
      ctx: {
        run_id: call.runId,
        fn_id: call.functionId,
        env: "",
        step_id: call.stepId ?? "step",
        attempt: call.attempt,
        max_attempts: call.maxAttempts,
        qi_id: call.queueItem,
        disable_immediate_execution: call.parallel,
        use_api: false,
        stack: { stack: call.stack, current: call.stack.length },
      },
    }),
  });
}

async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  if (!response.headers.get("x-inngest-sdk")) {
    throw new Error(`The answer was not the SDK's: ${response.status} ${text.slice(0, 500)}`);
  }
  const body: unknown = text === "" ? null : JSON.parse(text);
  const after = response.headers.get("retry-after");
  const delay = after ? retryAfterDelay(after) : null;
  if (response.status === 200) return { kind: "returned", output: body };
  if (response.status === 206) {
    const version = Number(response.headers.get("x-inngest-req-version") ?? 2);
    return { kind: "ops", ops: Ops.parse(body), version, delay };
  }
  const retriable = response.headers.get("x-inngest-no-retry") !== "true";
  return { kind: "threw", error: readable(body, response.status), retriable, delay };
}

function readable(body: unknown, status: number): unknown {
  if (typeof body === "object" && body !== null && "message" in body) return body;
  const message =
    typeof body === "object" && body !== null && "error" in body
      ? String(body.error)
      : `HTTP ${status}`;
  return { name: "Error", message };
}

function threw(error: Error): Answer {
  const { name, message, stack } = error;
  return { kind: "threw", error: { name, message, stack }, retriable: true, delay: null };
}
