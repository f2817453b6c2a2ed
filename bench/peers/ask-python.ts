import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/**
 * Runs a Python script on JSON and returns the JSON that it prints. `PYTHON` names the interpreter, otherwise it is `python3`. Returns null,
 * and says so, if there is no interpreter or it lacks a module of the script.
 */
export async function askPython(name: string, script: string, input: unknown): Promise<unknown> {
  try {
    return JSON.parse(await run(process.env.PYTHON ?? "python3", script, JSON.stringify(input)));
  } catch (error) {
    const lines = (error instanceof Error ? error.message : String(error)).trim().split("\n");
    console.error(`${name} is left out: ${lines.at(-1)}`);
    return null;
  }
}

async function run(python: string, script: string, input: string): Promise<string> {
  const child = spawn(python, ["-c", script], { stdio: ["pipe", "pipe", "pipe"] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  // A script that ends early closes its input; its exit code tells why.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const [code, output, errors] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  if (code !== 0) throw new Error(errors || `It ended with ${code}.`);
  return output;
}
