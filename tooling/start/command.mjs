import { spawn } from "node:child_process";
import { environment, root } from "./place.mjs";

const running = new Set();

/**
 * Runs a program to its end. Returns the exit code and everything it printed; `onLine` gets each line as it comes.
 * With `show` the program has the screen to itself and `output` is empty.
 */
export function run(
  program,
  parameters,
  { cwd = root, env, show = false, onLine, timeoutMs } = {},
) {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      cwd,
      env: env ?? environment(),
      stdio: show ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32" && program === "npx",
    });
    running.add(child);
    const timer = timeoutMs && setTimeout(() => child.kill("SIGKILL"), timeoutMs);
    let output = "";
    const collect = (chunk) => {
      output += chunk;
      if (onLine) for (const line of String(chunk).split("\n")) onLine(line);
    };
    child.stdout?.setEncoding("utf8").on("data", collect);
    child.stderr?.setEncoding("utf8").on("data", collect);
    const finish = (code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ code, output });
    };
    child.once("error", (error) => {
      output += error.message;
      finish(127);
    });
    child.once("close", (code) => finish(code ?? 1));
  });
}

/** Ends the programs that `run` has under way. */
export function endRunning() {
  for (const child of running) child.kill("SIGTERM");
}

/** The last lines that say anything. */
export function lastLines(output, count = 15) {
  return output
    .split("\n")
    .filter((line) => line.trim() && !line.startsWith("npm warn"))
    .slice(-count)
    .map((line) => `  ${line}`)
    .join("\n");
}
