import { build } from "./build.mjs";
import { endRunning } from "./command.mjs";
import { requireDataDirectory } from "./data-directory.mjs";
import { install } from "./install.mjs";
import { dataDirectory } from "./place.mjs";
import { readPorts, requireFree } from "./ports.mjs";
import { runRecord } from "./run-record.mjs";
import { say, tell } from "./say.mjs";
import { serve } from "./serve.mjs";

/** npm passes a terminal's Ctrl-C on to us, who have had it already; only a later one is a second one. */
const impatientAfterMs = 1000;

/** `npm start` and `pnpm dev`: everything, until Ctrl-C. */
export async function start({ development = false } = {}) {
  let served;
  let stoppingSince = 0;

  async function stop(exitCode) {
    stoppingSince = Date.now();
    endRunning();
    await served?.stop();
    process.exit(exitCode);
  }
  function fail(error) {
    if (stoppingSince) return;
    tell(error);
    void stop(1);
  }
  function interrupted() {
    if (!stoppingSince) {
      say("\nStopping (press Ctrl-C again to end at once)");
      void stop(0);
    } else if (Date.now() - stoppingSince > impatientAfterMs) {
      served?.kill();
      process.exit(1);
    }
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, interrupted);
  watchWrapper(interrupted);

  try {
    const ports = readPorts();
    await requireDataDirectory(dataDirectory);
    await install();
    if (!development) await build();
    await runRecord(dataDirectory).takeOver();
    await requireFree(ports);
    served = await serve({ ports, development, onHopeless: fail });
    await served.begin();
  } catch (error) {
    fail(error);
  }
}

/** Once installed, npm starts us through the `node` in `.bin`, a shell script that keeps signals to itself: its end is ours. */
function watchWrapper(ended) {
  if (!process.env.npm_lifecycle_event || !process.execPath.includes("node_modules")) return;
  const wrapper = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === wrapper) return;
    clearInterval(watch);
    ended();
  }, 500);
  watch.unref();
}
