// Makes the directory of its first argument, writes to it, and prints "ok" or the system's code for the obstacle.
import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Root's PostgreSQL is another user and must pass through. */
const mode = process.getuid?.() === 0 ? 0o711 : 0o700;

try {
  const directory = process.argv[2];
  make(directory);
  const file = join(directory, `.written-by-${process.pid}`);
  try {
    writeFileSync(file, "x", { flush: true });
  } finally {
    rmSync(file, { force: true });
  }
  process.stdout.write("ok");
} catch (error) {
  process.stdout.write(String(error.code ?? error.message));
}

/** Node's own `recursive` never ends where a file system denies that a new directory could exist (/proc). */
function make(directory) {
  const found = statSync(directory, { throwIfNoEntry: false });
  if (found?.isDirectory()) return;
  if (found) throw Object.assign(new Error(), { code: "ENOTDIR" });
  make(dirname(directory));
  try {
    mkdirSync(directory, { mode });
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
}
