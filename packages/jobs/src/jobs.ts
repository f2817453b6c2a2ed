import type { Log, PlatformContext, UpkeepContext, WorkspaceContext } from "@besunny/core/context";
import { Inngest } from "inngest";
import { serve } from "inngest/edge";

import { operateRuns } from "./operate-runs";
import { processDocument } from "./process-document";
import { removeLeftovers } from "./remove-leftovers";
import { reprocessDocument } from "./reprocess-document";
import { runSchedule } from "./run-schedule";
import { syncIndex } from "./sync-index";

/** A context of a background function's own, in the workspace that its event names. */
export type SystemContext = (workspaceId: string, job: string) => WorkspaceContext;

export type OutboundEvent = { id: string; name: string; data: unknown };

export type Jobs = {
  /** What runs functions calls this: the embedded engine in process, real Inngest over HTTP. */
  handler: (request: Request) => Promise<Response>;
  /** Resolves when the runner has them for good. An id that was sent before runs nothing. */
  send(events: readonly OutboundEvent[]): Promise<void>;
};

/** `embedded` is the engine's fetch; without it the client speaks to real Inngest, configured by Inngest's own variables. */
export function createJobs({
  embedded,
  systemContext,
  platformContext,
  upkeepContext,
  log,
}: {
  embedded?: typeof fetch | undefined;
  systemContext: SystemContext;
  platformContext: (job: string) => PlatformContext;
  upkeepContext: (job: string) => UpkeepContext;
  log: Log;
}): Jobs {
  const client = new Inngest({
    id: "besunny",
    logger: loggerOf(log),
    ...(embedded && { fetch: embedded, isDev: true, baseUrl: "http://embedded.invalid/" }),
  });
  const functions = [
    processDocument(client, systemContext),
    reprocessDocument(client, systemContext, platformContext("reprocess-document")),
    syncIndex(client, systemContext),
    removeLeftovers(client, systemContext),
    runSchedule(client, upkeepContext("run-schedule")),
    operateRuns(client, platformContext("operate-runs")),
  ];
  const serving = serve({ client, functions });

  return {
    handler: async (request) => serving(request),
    send: async (events) => {
      await client.send(events.map(({ id, name, data }) => ({ id, name, data: asData(data) })));
    },
  };
}

/**
 * The SDK's own words, with or without an object before them. What a step threw is told by the operation that failed, so here only the
 * sentence is.
 */
function loggerOf(log: Log) {
  const told = (write: Log["info"]) => (first: unknown, second?: unknown) =>
    write({}, typeof first === "string" ? first : String(second ?? "an Inngest function failed"));
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: told(log.warn.bind(log)),
    error: told(log.warn.bind(log)),
  };
}

/** Outbox rows hold JSON objects; anything else is a bug that must not be sent. */
function asData(data: unknown): Record<string, unknown> {
  if (typeof data !== "object" || data === null || Array.isArray(data))
    throw new Error("An event's data is an object");
  return { ...data };
}
