import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import { applyRehearsal } from "./automations/apply-rehearsal";
import { beginTimed } from "./automations/begin-timed";
import { endApproval } from "./automations/end-approval";
import { matchAutomations } from "./automations/match-automations";
import { rehearseAutomation } from "./automations/rehearse-automation";
import { runAutomation } from "./automations/run-automation";
import { undoRehearsal } from "./automations/undo-rehearsal";
import type { Callers } from "./callers";
import { evaluateRelease } from "./evaluate-release";
import { followType } from "./follow-type";
import type { Log } from "./log";
import { connectMeeting } from "./meetings/connect-meeting";
import { connectMeetings } from "./meetings/connect-meetings";
import { understandMeeting } from "./meetings/understand-meeting";
import { watchDecisions } from "./meetings/watch-decisions";
import { tellUsage } from "./money/tell-usage";
import { operateRuns } from "./operate-runs";
import { preparePages } from "./prepare-pages";
import { erasePerson } from "./privacy/erase-person";
import { eraseWorkspace } from "./privacy/erase-workspace";
import { exportWorkspace } from "./privacy/export-workspace";
import { keepHolds } from "./privacy/keep-holds";
import { processArrivedDocument } from "./process-arrived-document";
import { processDocument } from "./process-document";
import { removeLeftovers } from "./remove-leftovers";
import { reprocessDocument } from "./reprocess-document";
import { runSchedule } from "./run-schedule";
import { shadowDocument } from "./shadow-document";
import { applyGrants } from "./sources/apply-grants";
import { eraseSource } from "./sources/erase-source";
import { fetchItems } from "./sources/fetch-items";
import { renewWatches } from "./sources/renew-watches";
import { syncSource } from "./sources/sync-source";
import { syncIndex } from "./sync-index";
import { syncIndexRange } from "./sync-index-range";
import { trainModel } from "./train-model";
import { tuneModel } from "./tune-model";

export type OutboundEvent = { id: string; name: string; data: unknown };

export type Jobs = {
  /** Is called by what runs functions: the embedded engine in process, real Inngest over HTTP. */
  handler: (request: Request) => Promise<Response>;
  /** Resolves when the runner has them for good. An id that was sent before runs nothing. */
  send(events: readonly OutboundEvent[]): Promise<void>;
};

/** Returns the background functions. `embedded` is the engine's fetch; without it the client speaks to real Inngest, by Inngest's own variables. */
export function createJobs({
  embedded,
  callers,
  log,
}: {
  embedded?: typeof fetch | undefined;
  callers: Callers;
  log: Log;
}): Jobs {
  const client = new Inngest({
    id: "besunny",
    logger: loggerOf(log),
    ...(embedded && { fetch: embedded, isDev: true, baseUrl: "http://embedded.invalid/" }),
  });
  const functions = [
    processDocument(client, callers),
    processArrivedDocument(client, callers),
    reprocessDocument(client, callers),
    preparePages(client, callers),
    followType(client, callers),
    understandMeeting(client, callers),
    watchDecisions(client, callers),
    connectMeeting(client, callers),
    connectMeetings(client, callers),
    evaluateRelease(client, callers),
    shadowDocument(client, callers),
    tellUsage(client, callers),
    trainModel(client, callers),
    tuneModel(client, callers),
    syncIndex(client, callers),
    syncIndexRange(client, callers),
    removeLeftovers(client, callers),
    keepHolds(client, callers),
    erasePerson(client, callers),
    exportWorkspace(client, callers),
    eraseWorkspace(client, callers),
    applyGrants(client, callers),
    runSchedule(client, callers),
    operateRuns(client, callers),
    syncSource(client, callers),
    fetchItems(client, callers),
    renewWatches(client, callers),
    eraseSource(client, callers),
    matchAutomations(client, callers),
    runAutomation(client, callers),
    rehearseAutomation(client, callers),
    applyRehearsal(client, callers),
    undoRehearsal(client, callers),
    endApproval(client, callers),
    beginTimed(client, callers),
  ];
  const serving = serve({ client, functions });

  return {
    handler: async (request) => serving(request),
    send: async (events) => {
      await client.send(events.map(({ id, name, data }) => ({ id, name, data: asData(data) })));
    },
  };
}

/** Logs the sentences of the SDK, with or without an object before them. The operation that failed reports what a step threw. */
function loggerOf(log: Log) {
  const said = (write: Log["info"]) => (first: unknown, second?: unknown) =>
    write({}, typeof first === "string" ? first : String(second ?? "an Inngest function failed"));
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: said(log.warn.bind(log)),
    error: said(log.warn.bind(log)),
  };
}

/** Outbox rows hold JSON objects; anything else is a bug that must not be sent. */
function asData(data: unknown): Record<string, unknown> {
  if (typeof data !== "object" || data === null || Array.isArray(data))
    throw new Error("An event's data is an object");
  return { ...data };
}
