import type { Transcriber } from "@besunny/ai/speech/transcriber";
import type { Tools } from "@besunny/core/context";
import { diskStateOf } from "@besunny/core/disk/contract";
import type { Probe } from "@besunny/core/health";
import type { Database } from "@besunny/db/database";
import type { Console } from "@besunny/engine/console/console-types";

import type { OwnCache } from "./cache";
import type { Env } from "./env";

/** The relay sends at once, and sweeps every few seconds: what waits for longer is stuck. */
const LATE_SECONDS = 120;
/** Workers say every few seconds that they live. */
const SILENT_SECONDS = 60;
const STILL_MINUTES = 5;

type Given = {
  app: string;
  env: Env;
  db: Database;
  tools: Pick<Tools, "ai" | "files" | "index" | "disk" | "clock" | "reader" | "transcriber">;
  cache: OwnCache;
  runs: Console | null;
};

/** Returns the checks of `/readyz` for the tools of this process. The admin app uses no files and no index. */
export function probesOf(given: Given): Probe[] {
  const { app, cache, runs } = given;
  return [
    databaseProbe(given),
    outboxProbe(given),
    diskProbe(given),
    ...(app === "admin" ? [] : [indexProbe(given), filesProbe(given), printerProbe(given)]),
    ...(app === "worker" && runs ? [queueProbe(runs, given)] : []),
    ...(cache.ping ? [redisProbe(cache.ping)] : []),
    ...(given.env.OPENAI_API_KEY ? [modelsProbe(given)] : []),
    ...(given.tools.transcriber ? [speechProbe(given.tools.transcriber)] : []),
  ];
}

function databaseProbe({ db }: Given): Probe {
  return {
    name: "database",
    isNeeded: true,
    look: async () => {
      await db.platform.ping();
      return {};
    },
  };
}

function outboxProbe({ db, tools }: Given): Probe {
  return {
    name: "outbox",
    isNeeded: true,
    look: async () => {
      const { unsent, oldest } = await db.platform.overview.outbox();
      const oldestSeconds = oldest && secondsSince(oldest, tools);
      const isLate = oldestSeconds !== null && oldestSeconds > LATE_SECONDS;
      return { state: isLate ? "late" : "ok", details: { unsent, oldestSeconds } };
    },
  };
}

/** Needed because it holds the data directory. A full disk is reported, but the process stays ready. */
function diskProbe({ tools }: Given): Probe {
  return {
    name: "disk",
    isNeeded: true,
    look: async () => {
      const room = await tools.disk.free();
      return { state: diskStateOf(room), details: room };
    },
  };
}

function indexProbe({ env, tools }: Given): Probe {
  return {
    name: "index",
    isNeeded: true,
    look: async () => {
      await tools.index.ping();
      return { details: { kind: env.QDRANT_URL ? "qdrant" : "sqlite" } };
    },
  };
}

function filesProbe({ env, tools }: Given): Probe {
  return {
    name: "files",
    isNeeded: true,
    look: async () => {
      // The answer does not matter; the storage must be able to answer.
      await tools.files.exists("readyz");
      return { details: { kind: env.S3_BUCKET ? "s3" : "disk" } };
    },
  };
}

/** Without LibreOffice, BeSunny shows Office documents in its own way. */
function printerProbe({ tools }: Given): Probe {
  return {
    name: "libreoffice",
    isNeeded: false,
    look: async () => ({
      state: tools.reader.canPrint() ? "ok" : "replaced",
      details: { kind: tools.reader.canPrint() ? "found" : "not found" },
    }),
  };
}

/** A queue where something waits and nothing has begun or ended for minutes is late, though its worker says that it lives. */
function queueProbe(runs: Console, { tools }: Given): Probe {
  return {
    name: "queue",
    isNeeded: true,
    look: async () => {
      const { workers, queued, oldestQueuedSeconds, throughput } = await runs.metrics();
      const isServed = workers.some(({ seenAt }) => secondsSince(seenAt, tools) < SILENT_SECONDS);
      if (!isServed) throw new Error("No worker has been heard of for a minute");
      const oldestSeconds = oldestQueuedSeconds === null ? null : Math.round(oldestQueuedSeconds);
      const hasMoved = throughput
        .slice(-STILL_MINUTES)
        .some(({ begun, completed, failed }) => begun + completed + failed > 0);
      const isLate = !hasMoved && (oldestSeconds ?? 0) > STILL_MINUTES * 60;
      return { state: isLate ? "late" : "ok", details: { queued, oldestSeconds } };
    },
  };
}

/** Whatever it would have kept is computed without it. */
function redisProbe(ping: () => Promise<void>): Probe {
  return {
    name: "redis",
    isNeeded: false,
    look: async () => {
      await ping();
      return {};
    },
  };
}

/** Local models replace a hosted one that fails, so its problem is reported and the process stays ready. */
function modelsProbe({ tools }: Given): Probe {
  return {
    name: "models",
    isNeeded: false,
    look: async () => {
      const problem = tools.ai.problem();
      return problem ? { state: "replaced", details: { problem } } : {};
    },
  };
}

/** Nothing is sent to see whether it answers: sound costs money. It is away while its last call failed. */
function speechProbe(transcriber: Transcriber): Probe {
  return {
    name: "speech",
    isNeeded: false,
    look: async () => {
      const problem = transcriber.problem();
      if (problem) throw new Error(problem);
      return { details: { model: transcriber.model } };
    },
  };
}

function secondsSince(at: Date, { clock }: Pick<Tools, "clock">): number {
  return Math.max(0, Math.round((clock().getTime() - at.getTime()) / 1000));
}
