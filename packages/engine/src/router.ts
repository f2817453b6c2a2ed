import { z } from "zod";

import { beganAt, Ops, stepName } from "./call";
import type { Database } from "./database";
import { readEvents } from "./events";
import { ingest } from "./ingest";
import type { Queue } from "./queue";
import { isOver, lockRun, memoise } from "./steps";

const Checkpoint = z.looseObject({ generation_id: z.number().int().optional(), steps: Ops });

/**
 * Answers what the SDK asks of its server: events, and checkpoints of runs. Whatever else it asks is refused with 501; the SDK would
 * take a 404 for a signal that nobody waits for.
 */
export function routeRequests(database: Database, queue: Queue): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    if (request.method === "POST" && pathname.startsWith("/e/")) {
      return takeEvents(database, queue, request);
    }
    const [, runId] = /^\/v1\/checkpoint\/([^/]+)\/async$/.exec(pathname) ?? [];
    if (request.method === "POST" && runId) {
      return takeCheckpoint(database, decodeURIComponent(runId), request);
    }
    return answer(501, {
      error: `This engine does not answer ${request.method} ${pathname}`,
      status: 501,
    });
  };
}

async function takeEvents(database: Database, queue: Queue, request: Request): Promise<Response> {
  const body: unknown = await request.json();
  const seed = request.headers.get("x-inngest-event-id-seed");
  let events: ReturnType<typeof readEvents>;
  try {
    events = readEvents(body, seed);
  } catch (error) {
    return answer(400, {
      error: `The events cannot be read: ${String(error)}`,
      status: 400,
      ids: [],
    });
  }
  if (JSON.stringify(events).includes("\\u0000")) {
    return answer(400, { error: "Events cannot hold the character U+0000", status: 400, ids: [] });
  }
  await database.transaction((tx) => ingest(tx, queue, events));
  return answer(200, { ids: events.map(({ id }) => id), status: 200 });
}

/** Keeps the steps that a run has finished. 409 tells the SDK to stop: someone else drives this run, or it is over. */
async function takeCheckpoint(
  database: Database,
  runId: string,
  request: Request,
): Promise<Response> {
  const { generation_id: generation, steps } = Checkpoint.parse(await request.json());
  const unknown = steps.find(({ op }) => op !== "StepRun" && op !== "Step");
  if (unknown) return answer(400, { error: `A checkpoint cannot hold ${unknown.op}`, status: 400 });
  const kept = await database.transaction(async (tx) => {
    const run = await lockRun(tx, runId);
    if (!run || isOver(run) || run.generation !== generation) return false;
    for (const op of steps) {
      const memo = { data: op.data ?? null };
      await memoise(tx, runId, {
        id: op.id,
        name: stepName(op),
        op: op.op,
        memo,
        began: beganAt(op),
      });
    }
    return true;
  });
  return kept ? answer(200, { data: {} }) : answer(409, { error: "stale dispatch", status: 409 });
}

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json" },
  });
}
