import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

// Runs each evaluation in its own process, and fails if one of them does: `pnpm --filter @besunny/ai evals`. To run one: `tsx evals/document-types.eval.ts`.
const folder = fileURLToPath(new URL(".", import.meta.url));
for (const file of readdirSync(folder).filter((name) => name.endsWith(".eval.ts"))) {
  const { status } = spawnSync(process.execPath, ["--import", "tsx", folder + file], {
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = 1;
}
