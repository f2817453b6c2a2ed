import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, generate } from "./build.mjs";
import { endRunning, lastLines, run } from "./command.mjs";
import { install } from "./install.mjs";
import { journeys } from "./journeys.mjs";
import { environment, node24, root } from "./place.mjs";
import { say, took } from "./say.mjs";

const reports = join(root, "test-results/reports");
const bin = (name) => join(root, "node_modules/.bin", name);

/**
 * Runs every stage of `npm test`, also after one that failed; the last line counts them together. `quickly` is `pnpm check`:
 * the stages that need no database and no browser.
 */
export async function test({ quickly = false } = {}) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => {
      endRunning();
      process.exit(130);
    });
  await install();
  await generate();
  mkdirSync(reports, { recursive: true });

  const results = [];
  for (const [heading, stage] of quickly ? checks : [...checks, ...trials]) {
    say(`\n${heading}`);
    const start = Date.now();
    const result = await stage().catch((error) => failure(error.message));
    results.push(result);
    if (result.failed > 0 && result.output) say(result.output);
    say(`  ${counted(result)} (${took(start)})`);
  }
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  say(`\n${total("passed")} passed, ${total("failed")} failed`);
  process.exit(total("failed") > 0 ? 1 : 0);
}

const checks = [
  [
    "Format and lint",
    () => check(bin("biome"), ["ci", "--colors=off", "--max-diagnostics=50", "."]),
  ],
  ["Types", types],
  ["Dead code", () => check(bin("knip"), [])],
  ["Versions", () => check(bin("syncpack"), ["lint"])],
  ["The import rules and the wording", () => vitest("law")],
  ["Unit", () => vitest("unit")],
];

const trials = [
  ["Integration, on PostgreSQL", () => vitest("integration")],
  ["Build", () => build().then(() => ({ passed: 1, failed: 0 }))],
  ["Journeys, in Chromium", () => journeys({ reports })],
];

async function check(program, parameters, cwd = root) {
  const { code, output } = await run(program, parameters, { cwd });
  return code === 0 ? { passed: 1, failed: 0 } : failure(lastLines(output, 80));
}

/** Rooms that read the same sources are one program, which infers each type once. Each app's `~/` is its own folder, so it is a program of its own. */
async function types() {
  const results = [await check(bin("tsc"), [])];
  for (const room of ["apps/web", "apps/admin"]) {
    const { scripts } = JSON.parse(readFileSync(join(root, room, "package.json"), "utf8"));
    const { code, output } = await run("sh", ["-c", scripts.types], {
      cwd: join(root, room),
      env: environment({ PATH: `${join(root, room, "node_modules/.bin")}:${environment().PATH}` }),
    });
    results.push(
      code === 0 ? { passed: 1, failed: 0 } : failure(`  ${room}\n${lastLines(output, 30)}`),
    );
  }
  return summed(results);
}

async function vitest(project) {
  const report = join(reports, `${project}.json`);
  rmSync(report, { force: true });
  const { code, output } = await run(
    node24,
    [
      join(root, "node_modules/vitest/vitest.mjs"),
      "run",
      `--project=${project}`,
      "--passWithNoTests",
      "--reporter=dot",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    // Colours around each dot hide the failures in a log.
    { env: environment({ NO_COLOR: "1" }) },
  );
  if (!existsSync(report))
    return code === 0 ? { passed: 0, failed: 0 } : failure(lastLines(output, 60));

  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  const unloadable = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((one) => one.status !== "failed"),
  );
  const failed = numFailedTests + unloadable.length;
  return {
    passed: numPassedTests,
    failed: failed || (code === 0 ? 0 : 1),
    skipped: numPendingTests,
    output: lastLines(output, 120),
  };
}

function failure(output) {
  return { passed: 0, failed: 1, output };
}

function summed(results) {
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
    output: results
      .map(({ output }) => output)
      .filter(Boolean)
      .join("\n"),
  };
}

function counted({ passed, failed, skipped = 0 }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
