import { readFileSync } from "node:fs";
import { join } from "node:path";
import { endRunning, lastLines, run } from "./command.mjs";
import { databaseWatch } from "./database.mjs";
import { environment, node24, dataDirectory as ownDataDirectory } from "./place.mjs";
import { programs } from "./programs.mjs";
import { runRecord } from "./run-record.mjs";
import { Obstacle, say, took } from "./say.mjs";
import { service } from "./services.mjs";

/**
 * Prepares the database and runs worker, web and admin. Returns `begin`, `stop`, which ends the database last, and `kill`.
 * `development` runs the sources and reloads them; otherwise the built apps. `settings` are variables that win over the environment.
 */
export async function serve({
  ports,
  dataDirectory = ownDataDirectory,
  development = false,
  quiet = false,
  settings = {},
  onHopeless,
}) {
  const start = Date.now();
  const record = runRecord(dataDirectory);
  const env = environment({
    BESUNNY_DATA_DIR: dataDirectory,
    NODE_ENV: development ? "development" : "production",
    WEB_PORT: String(ports.web),
    ADMIN_PORT: String(ports.admin),
    WORKER_PORT: String(ports.worker),
    ...settings,
  });
  await record.takeOver();

  const logDirectory = join(dataDirectory, "logs");
  const services = programs(ports, development).map((program) =>
    service({
      ...program,
      env: { ...env, ...program.variables, PORT: String(program.port) },
      logDirectory,
      record,
      onHopeless,
    }),
  );
  const [worker, ...doors] = services;

  const database = databaseWatch({
    dataDirectory,
    startAgain: () => cli(["start-database"], env, { development }),
    onHopeless,
    // They read its address as they begin.
    onMoved: () => {
      for (const each of services) each.again();
    },
  });

  async function stop() {
    await database.stop();
    await Promise.all(doors.map((door) => door.stop(3000)));
    await worker.stop(3500);
    await cli(["stop-database"], env, { timeoutMs: 8000, development });
    record.remove();
  }

  /** For the impatient: everything at once. The database recovers at the next start. */
  function kill() {
    for (const each of services) each.kill();
    endRunning();
  }

  async function begin() {
    await prepare(env, { quiet, development });
    // One that DATABASE_URL names is somebody else's to keep running.
    if (!env.DATABASE_URL) database.begin();
    for (const each of services) each.start();
    const away = await Promise.all(services.map((each) => each.healthy()));
    if (!quiet) welcome(ports, dataDirectory, start);
    for (const name of new Set(away.flat()))
      say(`Not answering: ${name} (see http://localhost:${ports.worker}/readyz)`);
  }
  return { begin, stop, kill };
}

async function prepare(env, { quiet, development }) {
  const { code, output } = await cli(["prepare"], env, { show: !quiet, development });
  if (code === 0) return;
  if (quiet) throw new Obstacle(`The database could not be prepared:\n${lastLines(output)}`);
  // The screen shows the error already.
  throw new Obstacle("");
}

function cli(verbs, env, { development, ...options }) {
  const main = development
    ? ["--import", "tsx", "apps/cli/src/main.ts"]
    : ["--enable-source-maps", "apps/cli/dist/main.mjs"];
  return run(node24, [...main, ...verbs], { env, ...options });
}

function welcome(ports, dataDirectory, start) {
  say();
  say(`BeSunny is ready (${took(start)}).`);
  say();
  say(`  Web     http://localhost:${ports.web}`);
  say(`  Admin   http://localhost:${ports.admin}`);
  say(`  Worker  http://localhost:${ports.worker}/healthz`);
  const signIns = readSignIns(dataDirectory);
  if (signIns.length > 0) {
    say();
    say("  Sample sign-ins");
    const width = Math.max(...signIns.map(({ email }) => email.length));
    for (const { role, email, password } of signIns)
      say(`  ${role.padEnd(7)} ${email.padEnd(width)}  ${password}`);
  }
  say();
  say("Press Ctrl-C to stop everything.");
}

/** Written by the seed: a list of { role, email, password }. */
function readSignIns(dataDirectory) {
  try {
    return JSON.parse(readFileSync(join(dataDirectory, "sample-sign-ins.json"), "utf8"));
  } catch {
    return [];
  }
}
