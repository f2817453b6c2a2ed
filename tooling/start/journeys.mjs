import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "./chromium.mjs";
import { lastLines, run } from "./command.mjs";
import { requireDataDirectory } from "./data-directory.mjs";
import { environment, has, node24, dataDirectory as ownDataDirectory, root } from "./place.mjs";
import { freePorts } from "./ports.mjs";
import { runRecord } from "./run-record.mjs";
import { serve } from "./serve.mjs";

/** Runs the product beside any other, with data of its own, and runs the journeys in a browser. Returns the counts. */
export async function journeys({ reports }) {
  if (!has("e2e/playwright.config.ts"))
    return { passed: 0, failed: 1, output: "  e2e/playwright.config.ts is missing" };
  const chromium = await findChromium();
  const dataDirectory = join(ownDataDirectory, "journeys");
  await requireDataDirectory(dataDirectory);
  await runRecord(dataDirectory).takeOver();
  await forget(dataDirectory);

  const { doubles, ...ports } = await freePorts(["web", "admin", "worker", "doubles"], 3100);
  const doublesUrl = `http://127.0.0.1:${doubles}`;
  let hopeless = null;
  const served = await serve({
    ports,
    dataDirectory,
    quiet: true,
    // Each journey's person comes from an address of their own, as a proxy would tell it.
    settings: { TRUSTED_PROXIES: "1", DOUBLES: "1", DOUBLES_URL: doublesUrl },
    onHopeless: (error) => {
      hopeless = error;
    },
  });
  const practice = spawn(node24, ["apps/cli/dist/main.mjs", "doubles", "--port", String(doubles)], {
    cwd: root,
    env: environment(),
    stdio: "ignore",
  });
  const abort = () => {
    served.kill();
    practice.kill();
  };
  process.once("exit", abort);
  try {
    await served.begin();
    const result = await playwright({ chromium, ports, doublesUrl, dataDirectory, reports });
    if (hopeless) throw hopeless;
    return result;
  } finally {
    practice.kill();
    await served.stop();
    process.off("exit", abort);
  }
}

async function playwright({ chromium, ports, doublesUrl, dataDirectory, reports }) {
  const report = join(reports, "journeys.json");
  rmSync(report, { force: true });
  const { code, output } = await run(
    node24,
    [
      join(root, "e2e/node_modules/@playwright/test/cli.js"),
      "test",
      "--config",
      "e2e/playwright.config.ts",
      "--reporter=line,json",
    ],
    {
      env: environment({
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        BESUNNY_DATA_DIR: dataDirectory,
        WEB_URL: `http://localhost:${ports.web}`,
        ADMIN_URL: `http://localhost:${ports.admin}`,
        DOUBLES_URL: doublesUrl,
        WORKER_URL: `http://localhost:${ports.worker}`,
      }),
    },
  );
  if (!existsSync(report)) return { passed: 0, failed: 1, output: lastLines(output, 40) };
  const { stats, errors } = JSON.parse(readFileSync(report, "utf8"));
  const failed = stats.unexpected + errors.length;
  return {
    passed: stats.expected + stats.flaky,
    failed: failed || (code === 0 ? 0 : 1),
    skipped: stats.skipped,
    output: lastLines(output, 80),
  };
}

/** An earlier run's data would let a journey pass for the wrong reason. */
async function forget(dataDirectory) {
  const secretsPath = join(dataDirectory, "secrets.json");
  if (existsSync(secretsPath) && has("apps/cli/dist/main.mjs")) {
    const env = environment({ BESUNNY_DATA_DIR: dataDirectory });
    await run(node24, ["apps/cli/dist/main.mjs", "stop-database"], { env });
    // Root in a closed home keeps the database elsewhere.
    const { postgresDirectory } = JSON.parse(readFileSync(secretsPath, "utf8"));
    if (postgresDirectory) rmSync(postgresDirectory, { recursive: true, force: true });
  }
  rmSync(dataDirectory, { recursive: true, force: true });
}
