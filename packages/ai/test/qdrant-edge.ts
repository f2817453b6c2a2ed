import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Starts a server with Qdrant's own engine. The Python needs the package qdrant-edge-py. */
export async function aQdrantEdgeServer(python: string) {
  const folder = await mkdtemp(join(tmpdir(), "qdrant-edge-"));
  const script = fileURLToPath(new URL("./qdrant-edge-server.py", import.meta.url));
  const child = spawn(python, [script, folder], { stdio: ["ignore", "pipe", "inherit"] });
  const [line]: unknown[] = await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
  const port = Number(String(line).trim());
  if (!(port > 0)) throw new Error(`${python} does not run Qdrant's engine`);
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      await rm(folder, { recursive: true });
    },
  };
}
