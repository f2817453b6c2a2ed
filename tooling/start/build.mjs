import { lastLines, run } from "./command.mjs";
import { fingerprint, isRemembered, remember } from "./fingerprint.mjs";
import { environment, has, pnpm } from "./place.mjs";
import { Obstacle, say, took } from "./say.mjs";

const sources = [
  "apps",
  "packages",
  "tooling/tsconfig.json",
  "package.json",
  "pnpm-lock.yaml",
  "turbo.json",
];

const products = [
  "apps/web/.next/BUILD_ID",
  "apps/admin/.next/BUILD_ID",
  "apps/worker/dist/main.mjs",
  "apps/cli/dist/main.mjs",
];

/** Makes Prisma's client from the schema, which types and tests need. */
export async function generate() {
  const print = fingerprint([
    "packages/db/prisma/schema.prisma",
    "packages/db/prisma.config.ts",
    "pnpm-lock.yaml",
  ]);
  if (isRemembered("generated", print) && has("packages/db/src/generated/client.ts")) return;
  const { code, output } = await run("npx", ["-y", pnpm, "--filter", "@besunny/db", "generate"]);
  if (code !== 0)
    throw new Obstacle(
      `Prisma's client could not be made:\n${lastLines(output)}`,
      "Mend what it names and start again.",
    );
  remember("generated", print);
}

/** Builds the four apps, each only if something it is made of has changed. */
export async function build() {
  if (isRemembered("built", fingerprint(sources)) && products.every(has)) return;

  const start = Date.now();
  say("Building (about a minute the first time)");
  const begun = new Set();
  const { code, output } = await run(
    "npx",
    [
      "-y",
      pnpm,
      "exec",
      "turbo",
      "run",
      "build",
      "--ui=stream",
      "--env-mode=loose",
      "--concurrency=2",
      "--output-logs=new-only",
    ],
    {
      env: environment({ NODE_ENV: "production" }),
      onLine: (line) => {
        const [, room] = line.match(/@besunny\/([\w-]+):build: cache (?:miss|bypass)/) ?? [];
        if (!room || begun.has(room)) return;
        begun.add(room);
        say(`  ${room}`);
      },
    },
  );
  if (code !== 0)
    throw new Obstacle(`The build failed:\n${lastLines(output, 40)}`, remedyFor(output));
  remember("built", fingerprint(sources));
  say(
    begun.size > 0
      ? `Built ${[...begun].join(", ")} (${took(start)})`
      : `Nothing to build (${took(start)})`,
  );
}

function remedyFor(output) {
  if (/ENOSPC|No space left/i.test(output))
    return "The disk is full: free about 2 GB and start again.";
  if (/EACCES|EPERM/i.test(output))
    return "Some files belong to another user: give the folder to the user who starts BeSunny (`chown -R`).";
  if (/heap out of memory|SIGKILL|exit code 137/i.test(output))
    return "The machine ran out of memory: the build needs about 2 GB free.";
  return "Mend what it names and start again; what was built is kept.";
}
