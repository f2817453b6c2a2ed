import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { lastLines } from "./command.mjs";
import { endGroup, signalGroup } from "./processes.mjs";
import { Obstacle, say } from "./say.mjs";

const patienceMs = 120_000;
/** An index or a queue may need a moment longer than the program itself. */
const usualSettlingMs = 10_000;
const logLimitBytes = 10_000_000;
const longestPauseMs = 30_000;
const hopelessAfter = 4;

/**
 * A program that is to run until it is stopped: started again, after a growing pause, whenever it ends. What it
 * prints goes to its log.
 */
export function service({
  name,
  program,
  parameters,
  cwd,
  env,
  port,
  host,
  logDirectory,
  record,
  onHopeless,
  settlingMs = usualSettlingMs,
}) {
  const logPath = join(logDirectory, `${name}.log`);
  const logFrom = statSync(logPath, { throwIfNoEntry: false })?.size ?? 0;
  let child = null;
  let isStopping = false;
  let failures = 0;
  let wasHealthy = false;
  let again;

  function start() {
    const log = openLog(logDirectory, logPath);
    const startedAt = Date.now();
    // Its files, above all documents, are for its own user only.
    const umask = process.umask(0o077);
    const started = spawn(program, parameters, {
      cwd,
      env,
      stdio: ["ignore", log, log],
      detached: true,
    });
    process.umask(umask);
    closeSync(log);
    child = started;
    if (started.pid) record.note(name, started.pid);
    started.once("error", (error) =>
      ended(started, `it cannot be run: ${error.message}`, startedAt),
    );
    started.once("exit", (code, signal) =>
      ended(started, signal ? `ended by ${signal}` : `ended with code ${code}`, startedAt),
    );
  }

  function ended(which, how, startedAt) {
    if (which.pid) signalGroup(which.pid, "SIGKILL");
    if (isStopping || which !== child) return;
    child = null;
    failures = Date.now() - startedAt > 60_000 ? 1 : failures + 1;
    if (!wasHealthy && failures >= hopelessAfter) {
      onHopeless(couldNotStart({ name, how, logPath, logFrom }));
      return;
    }
    say(`${name} ${how}; starting it again (its log: ${logPath})`);
    again = setTimeout(start, Math.min(longestPauseMs, 500 * 2 ** failures));
  }

  return {
    start,
    /** Resolves with what is away of what it works with, once it and the database answer; rejects with an `Obstacle` when they never do. */
    async healthy() {
      const deadline = Date.now() + patienceMs;
      let settledBy = 0;
      while (!isStopping) {
        const checks = await checksOf(host, port);
        if (checks?.database?.state === "ok") {
          wasHealthy = true;
          settledBy ||= Date.now() + settlingMs;
          if (!isWanting(checks) || Date.now() > settledBy) return awayIn(checks);
        }
        if (Date.now() > deadline)
          throw couldNotStart({ name, how: "does not answer", logPath, logFrom });
        await sleep(150);
      }
      // Another service gave up meanwhile, and has said so.
      throw new Obstacle("");
    },
    /** Ends the program, so that it is started again. */
    again() {
      if (child?.pid) signalGroup(child.pid, "SIGTERM");
    },
    async stop(withinMs) {
      isStopping = true;
      clearTimeout(again);
      if (child?.pid) await endGroup(child.pid, withinMs);
      record.note(name, null);
    },
    kill() {
      isStopping = true;
      if (child?.pid) signalGroup(child.pid, "SIGKILL");
    },
  };
}

/** Returns the answer of /readyz about each dependency of the program; null while it does not answer. */
async function checksOf(host, port) {
  try {
    const response = await fetch(`http://${reachable(host)}:${port}/readyz`, {
      signal: AbortSignal.timeout(5000),
    });
    return (await response.json()).checks ?? null;
  } catch {
    return null;
  }
}

function isWanting(checks) {
  return Object.values(checks).some(({ state, isNeeded }) => state === "away" && isNeeded);
}

/** Names of what does not answer. The program lives without it for now, or fails where it needs it. */
function awayIn(checks) {
  return Object.entries(checks)
    .filter(([, { state }]) => state === "away")
    .map(([name]) => name);
}

/** Returns the address at which this machine reaches a program that listens on `host`. */
function reachable(host) {
  if (!host || host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

function openLog(directory, path) {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > logLimitBytes) renameSync(path, `${path}.1`);
  return openSync(path, "a", 0o600);
}

function couldNotStart({ name, how, logPath, logFrom }) {
  let log = "";
  try {
    const written = readFileSync(logPath);
    log = lastLines(written.subarray(written.length > logFrom ? logFrom : 0).toString("utf8"), 12);
  } catch {
    // It never wrote one.
  }
  return new Obstacle(
    `${name} did not start: ${how}.${log ? `\n${log}` : ""}`,
    `Its whole log is ${logPath}. Mend what it names and start again.`,
  );
}
