import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

// Each in a process of its own: `pnpm --filter @besunny/ai evals`, or one of them with `tsx evals/document-types.eval.ts`.
const folder = fileURLToPath(new URL(".", import.meta.url));
for (const file of readdirSync(folder).filter((name) => name.endsWith(".eval.ts")))
  spawnSync(process.execPath, ["--import", "tsx", folder + file], { stdio: "inherit" });
