import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Obstacle } from "./say.mjs";

const probe = fileURLToPath(new URL("./try-directory.mjs", import.meta.url));
const another = "or set BESUNNY_DATA_DIR to another directory.";

const reasons = {
  ENOTDIR: ["it is a file, or is below one", `Move that file away, ${another}`],
  ENOSPC: ["its disk is full", `Free some space, ${another}`],
  EROFS: ["its disk is mounted read-only", `Mount it for writing, ${another}`],
  EACCES: [
    "the user who starts BeSunny may not write there",
    `Give it to that user (\`chown -R\`), ${another}`,
  ],
  EPERM: [
    "the user who starts BeSunny may not write there",
    `Give it to that user (\`chown -R\`), ${another}`,
  ],
  ENOENT: ["no directory can be made there", "Set BESUNNY_DATA_DIR to another directory."],
};

/**
 * Makes the data directory if it is missing. Throws `Obstacle`, with the reason, if BeSunny could not write to it.
 * Another process tries, since a file system that hangs would hang the process that asks it.
 */
export async function requireDataDirectory(directory, { patienceMs = 8000, program = probe } = {}) {
  const code = await tried(program, directory, patienceMs);
  if (code === "ok") return;
  const [what, remedy] =
    code === "hangs"
      ? [
          `it did not answer within ${patienceMs / 1000} seconds`,
          `Check whether its disk or network share is there, ${another}`,
        ]
      : (reasons[code] ?? [`it cannot be written (${code})`, `Mend that, ${another}`]);
  throw new Obstacle(`${directory} cannot hold BeSunny's data: ${what}.`, remedy);
}

function tried(program, directory, patienceMs) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, directory], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      output += chunk;
    });
    const finish = (code) => {
      clearTimeout(timer);
      // A child that hangs in the kernel cannot be killed, and must not keep us alive.
      child.kill("SIGKILL");
      child.stdout.destroy();
      child.unref();
      resolve(code);
    };
    const timer = setTimeout(() => finish("hangs"), patienceMs);
    child.once("error", (error) => finish(error.code));
    child.stdout.once("end", () => finish(output.trim() || "unknown"));
  });
}
