import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/**
 * Runs a script of Python with JSON on its input and returns the JSON that it prints. `PYTHON` names the interpreter, usually that of an
 * environment with the libraries of the peer. Without it, or if it fails, says that the peer is left out, and returns null.
 */
export async function askPeer(name: string, script: string, input: unknown): Promise<unknown> {
  const python = process.env.PYTHON;
  if (!python) {
    console.error(`${name}: no peer, because PYTHON names no interpreter`);
    return null;
  }
  const child = spawn(python, ["-c", script], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.on("error", () => {});
  child.stdin.end(JSON.stringify(input));
  const [code, printed] = await Promise.all([
    new Promise<number | null>((resolve) => {
      child.once("error", () => resolve(null));
      child.once("close", resolve);
    }),
    text(child.stdout),
  ]);
  if (code === 0) return JSON.parse(printed);
  console.error(
    `${name}: the peer is left out, because ${python} ended with ${code ?? "an error"}`,
  );
  return null;
}
