import { boolean } from "@besunny/sql/rows/column";
import { statement } from "@besunny/sql/rows/statement";
import { z } from "zod";
import type { Database } from "../database/database";
import { beganAt, inputOf, type Op, Ops, stepName } from "../functions/call";
import type { Queue } from "../queue/queue";
import { takeSignal } from "../runs/signals";
import { stepOutcome } from "../runs/step-outcome";
import type { Memo } from "../runs/steps";
import { readSentEvents } from "./read-sent-events";
import { publish } from "./realtime";
import { receiveEvents } from "./receive-events";

const Checkpoint = z.looseObject({ generation_id: z.number().int().optional(), steps: Ops });

/**
 * Answers what the SDK asks of its server: events, checkpoints of runs, signals, realtime messages. Whatever else it asks is refused with 501; the SDK would
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
    if (request.method === "POST" && pathname === "/v1/signals") {
      return takeSignals(database, queue, request);
    }
    if (request.method === "POST" && pathname === "/v1/realtime/publish") {
      return takeMessage(database, request);
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
  let events: ReturnType<typeof readSentEvents>;
  try {
    events = readSentEvents(body, seed);
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
  await database.transaction((tx) => receiveEvents(tx, queue, events));
  return answer(200, { ids: events.map(({ id }) => id), status: 200 });
}

/** Keeps the steps that a run has finished. 409 tells the SDK to stop: someone else drives this run, or it is over. */
async function takeCheckpoint(
  database: Database,
  runId: string,
  request: Request,
): Promise<Response> {
  const { generation_id: generation, steps } = Checkpoint.parse(await request.json());
  const unknown = steps.find((op) => resultOf(op) === null);
  if (unknown) return answer(400, { error: `A checkpoint cannot hold ${unknown.op}`, status: 400 });
  const results = steps.map((op) => ({
    id: op.id,
    name: stepName(op),
    op: op.op,
    memo: resultOf(op),
    began: beganAt(op),
    input: inputOf(op),
  }));
  const [kept] = await database.rows(keepCheckpoint, [runId, generation, JSON.stringify(results)]);
  return kept?.checkpoint
    ? answer(200, { data: {} })
    : answer(409, { error: "stale dispatch", status: 409 });
}

const keepCheckpoint = statement("select checkpoint($1, $2, $3::json)", { checkpoint: boolean });

function resultOf(op: Op): Memo | null {
  const outcome = stepOutcome(op);
  return outcome?.kind === "ended" && "data" in outcome.memo ? outcome.memo : null;
}

const Signal = z.looseObject({ signal: z.string().min(1), data: z.unknown().optional() });

async function takeSignals(database: Database, queue: Queue, request: Request): Promise<Response> {
  const { signal, data } = Signal.parse(await request.json());
  const runId = await database.transaction((tx) => takeSignal(tx, queue, { signal, data }));
  if (!runId) return answer(404, { error: `Nothing waits for "${signal}"`, status: 404 });
  return answer(200, { data: { run_id: runId } });
}

async function takeMessage(database: Database, request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  if (request.headers.get("content-type")?.startsWith("text/stream")) {
    return answer(501, { error: "This engine does not publish streams", status: 501 });
  }
  await publish(database, {
    channel: searchParams.get("channel") ?? "",
    topics: searchParams.getAll("topic"),
    runId: searchParams.get("run_id"),
    body: await request.text(),
  });
  return answer(200, { data: {} });
}

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json" },
  });
}
