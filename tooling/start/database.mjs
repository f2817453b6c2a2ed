import { readFileSync } from "node:fs";
import { join } from "node:path";
import { birthOf } from "./processes.mjs";
import { Obstacle, say } from "./say.mjs";

const longestPauseMs = 30_000;
const hopelessAfter = 6;
/** One that ran this long before it ended is not one that cannot run. */
const steadyMs = 60_000;

/**
 * Watches the embedded PostgreSQL, which is no child of ours. When its postmaster is gone, `startAgain` starts it, after growing
 * pauses. `onMoved` is called if it came back on another port. `startAgain` returns { code, output } as `run` does.
 */
export function databaseWatch({
  dataDirectory,
  startAgain,
  onHopeless,
  onMoved = () => {},
  tell = say,
  everyMs = 1000,
  pauseMs = 500,
}) {
  let seen = null;
  let seenSince = 0;
  let failures = 0;
  let timer;
  let isStopping = false;
  let working = Promise.resolve();

  function later(work, afterMs) {
    if (isStopping) return;
    timer = setTimeout(() => {
      working = work().catch((error) => onHopeless(error));
    }, afterMs);
  }

  async function look() {
    if (birthOf(seen.pid) !== seen.birth) {
      ended();
      return;
    }
    if (failures > 0 && Date.now() - seenSince > steadyMs) failures = 0;
    later(look, everyMs);
  }

  function ended() {
    failures += 1;
    tell(
      failures === 1
        ? "PostgreSQL ended; starting it again"
        : `PostgreSQL does not stay; starting it again (try ${failures})`,
    );
    later(comeBack, failures === 1 ? 0 : Math.min(longestPauseMs, pauseMs * 2 ** failures));
  }

  async function comeBack() {
    const { code, output } = await startAgain();
    if (isStopping) return;
    const found = code === 0 ? postmasterOf(dataDirectory) : null;
    if (!found) {
      if (failures < hopelessAfter) ended();
      else onHopeless(hopeless(output));
      return;
    }
    const hasMoved = found.port !== seen.port;
    remember(found);
    tell(`PostgreSQL runs again on port ${found.port}`);
    if (hasMoved) onMoved();
    later(look, everyMs);
  }

  function remember(found) {
    seen = found;
    seenSince = Date.now();
  }

  return {
    /** Begins once PostgreSQL has been started. */
    begin() {
      const found = postmasterOf(dataDirectory);
      if (!found) return;
      remember(found);
      later(look, everyMs);
    },
    /** Resolves when nothing of it is under way any more. */
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      await working;
    },
  };
}

/** The process that holds the cluster of this data directory, from the file that it wrote itself; null when there is none. */
export function postmasterOf(dataDirectory) {
  try {
    const { postgresDirectory, postgresPort } = JSON.parse(
      readFileSync(join(dataDirectory, "secrets.json"), "utf8"),
    );
    const pid = Number.parseInt(
      readFileSync(join(postgresDirectory, "postmaster.pid"), "utf8"),
      10,
    );
    const birth = birthOf(pid);
    return birth === null ? null : { pid, birth, port: postgresPort };
  } catch {
    return null;
  }
}

function hopeless(output) {
  return new Obstacle(
    `PostgreSQL ended and could not be started again:\n${output.trim()}`,
    "Mend what it names and start BeSunny again; what was acknowledged is kept.",
  );
}
