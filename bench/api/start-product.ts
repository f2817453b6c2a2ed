import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A first start installs and builds. */
const START_MS = 20 * 60_000;
const STOP_MS = 30_000;
const LOOK_MS = 50;

/** Starts the product of a checkout with an empty data directory of its own, as `npm start` does. */
export async function startProduct(checkout: string, firstPort: number) {
  const directory = await mkdtemp(join(tmpdir(), "besunny-bench-api-"));
  const dataDirectory = join(directory, "data");
  await mkdir(dataDirectory, { mode: 0o700 });
  const remove = () => rm(directory, { recursive: true, force: true });
  const { stop, ...product } = await startOn(dataDirectory, checkout, firstPort).catch(
    async (error: unknown) => {
      await remove();
      throw error;
    },
  );
  return { ...product, dataDirectory, stop: () => stop().then(remove) };
}

/** Starts the product of a checkout on a data directory. `msUntilAnswer` is the time from the start until the web app answered. */
export async function startOn(dataDirectory: string, checkout: string, firstPort: number) {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ["start.mjs"], {
    cwd: resolve(checkout),
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      BESUNNY_DATA_DIR: dataDirectory,
      WEB_PORT: String(firstPort),
      ADMIN_PORT: String(firstPort + 1),
      WORKER_PORT: String(firstPort + 2),
      SIGN_UP: "open",
      OPENAI_API_KEY: "",
    },
  });
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  void ended.then(() => {
    hasEnded = true;
  });

  async function stop(): Promise<void> {
    child.kill("SIGINT");
    await Promise.race([ended, sleep(STOP_MS)]);
    if (!hasEnded) child.kill("SIGKILL");
  }

  const url = `http://localhost:${firstPort}`;
  const giveUpAt = Date.now() + START_MS;
  while (!(await isUp(url))) {
    if (hasEnded || Date.now() > giveUpAt) {
      await stop();
      throw new Error(`The product of ${checkout} did not start; what it said stands above.`);
    }
    await sleep(LOOK_MS);
  }
  return { url, pid: child.pid ?? 0, msUntilAnswer: performance.now() - startedAt, stop };
}

async function isUp(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
}
