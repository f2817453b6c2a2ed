import { existsSync } from "node:fs";
import { join } from "node:path";
import { run } from "./command.mjs";
import { root } from "./place.mjs";
import { Obstacle, say } from "./say.mjs";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/** The path of a Chromium that starts: one that is here, else Playwright's download, else Debian's package. */
export async function findChromium() {
  const own = process.env.CHROMIUM_PATH;
  if (own) {
    if (await starts(own)) return own;
    throw new Obstacle(
      `CHROMIUM_PATH is ${own}, which does not start.`,
      "Set it to a working Chromium, or leave it out.",
    );
  }
  return (
    (await firstThatStarts([...usual, await playwrights()])) ??
    (await download()) ??
    (await debians()) ??
    none()
  );
}

async function firstThatStarts(paths) {
  for (const path of paths) if (await starts(path)) return path;
  return null;
}

async function starts(path) {
  if (!path || !existsSync(path)) return false;
  const { code } = await run(path, ["--version"], { timeoutMs: 30_000 });
  return code === 0;
}

async function playwrights() {
  const script =
    "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))";
  const { output } = await run(process.execPath, ["-e", script], { cwd: join(root, "e2e") });
  return output.trim().split("\n").at(-1);
}

async function download() {
  say("  There is no Chromium here; fetching Playwright's");
  await run(
    process.execPath,
    [join(root, "e2e/node_modules/@playwright/test/cli.js"), "install", "chromium"],
    { timeoutMs: 300_000 },
  );
  return firstThatStarts([await playwrights()]);
}

async function debians() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return null;
  say("  Fetching Debian's Chromium");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { env, timeoutMs: 300_000 });
  await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], {
    env,
    timeoutMs: 600_000,
  });
  return firstThatStarts(usual);
}

function none() {
  throw new Obstacle(
    "  The browser journeys need Chromium, and none could be found or fetched.",
    "  Install it (Debian: apt-get install chromium; elsewhere: npx playwright install --with-deps chromium) or set CHROMIUM_PATH.",
  );
}
