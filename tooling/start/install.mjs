import { readdirSync } from "node:fs";
import { join } from "node:path";
import { lastLines, run } from "./command.mjs";
import { fingerprint, isRemembered, remember } from "./fingerprint.mjs";
import { has, node24, pnpm, root } from "./place.mjs";
import { Obstacle, say, took } from "./say.mjs";

const remedies = [
  [/ENOSPC|no space left/i, "The disk is full: free about 3 GB and start again."],
  [
    /EACCES|EPERM|permission denied/i,
    "Give the folder to the user who starts BeSunny (`chown -R`), and start again.",
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|socket hang up|CERT/i,
    "The package registry cannot be reached: check the network, a proxy (HTTPS_PROXY) or `npm config get registry`, and start again.",
  ],
  [
    /OUTDATED_LOCKFILE/,
    "pnpm-lock.yaml does not fit the package.json files: run `npx -y pnpm@10.34.9 install`.",
  ],
];

/** Installs the packages if anything about them has changed since the last time. */
export async function install() {
  const print = fingerprint(manifests());
  if (isRemembered("installed", print) && has("node_modules/node/bin")) return;

  const start = Date.now();
  say("Installing packages (a few minutes the first time)");
  let shown = Date.now();
  const { code, output } = await run(
    "npx",
    [
      "-y",
      pnpm,
      "install",
      "--frozen-lockfile",
      "--reporter=append-only",
      "--config.confirmModulesPurge=false",
    ],
    {
      env: { ...process.env, CI: "true" },
      onLine: (line) => {
        const [, downloaded, reused] =
          line.match(/^Progress: .*reused (\d+), downloaded (\d+)/) ?? [];
        if (!downloaded || Date.now() - shown < 5000) return;
        shown = Date.now();
        say(`  ${Number(downloaded) + Number(reused)} packages so far`);
      },
    },
  );
  if (code !== 0) throw failed(output);
  await checkNode();
  remember("installed", print);
  say(`Packages are installed (${took(start)})`);
}

function manifests() {
  const rooms = ["apps", "packages", "integrations"].flatMap((street) =>
    readdirSync(join(root, street)).map((room) => `${street}/${room}/package.json`),
  );
  const others = ["tooling", "e2e", "bench"].map((room) => `${room}/package.json`);
  return ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", ".npmrc", ...rooms, ...others];
}

async function checkNode() {
  const { code, output } = await run(node24, ["--version"]);
  if (code === 0) return;
  throw new Obstacle(
    `Node 24 from npm does not run on this machine: ${output.trim()}`,
    "BeSunny needs Linux (glibc), macOS or Windows on x64 or arm64. On Alpine use the Dockerfiles.",
  );
}

function failed(output) {
  const remedy = remedies.find(([symptom]) => symptom.test(output))?.[1];
  return new Obstacle(
    `The packages could not be installed:\n${lastLines(output, 8)}`,
    remedy ?? "Mend what it names and start again; what was fetched is kept.",
  );
}
