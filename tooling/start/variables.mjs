import { existsSync, readFileSync } from "node:fs";
import { Obstacle } from "./say.mjs";

/** Reads KEY=VALUE lines into the environment; what the shell has set already wins. */
export function readVariables(path) {
  if (!existsSync(path)) return;
  for (const [name, value] of parseVariables(readFileSync(path, "utf8"), path))
    process.env[name] ??= value;
}

/** The pairs of a `.env` file. Node 20.0 cannot read one itself. */
export function parseVariables(text, path = ".env") {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (/^\s*(#.*)?$/.test(line)) return [];
    const [, name, quoted, plain] =
      line.match(
        /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(?:(["'].*["'])|([^#]*?)(?:\s+#.*)?|#.*)\s*$/,
      ) ?? [];
    if (!name)
      throw new Obstacle(
        `Line ${index + 1} of ${path} is not of the form NAME=value: ${line.trim().slice(0, 20)}`,
        "Mend the line, or put a # before it.",
      );
    return [[name, quoted ? quoted.slice(1, -1) : (plain ?? "").trim()]];
  });
}

/** A port from a variable. Throws `Obstacle` for anything else. */
export function portOf(variable, fallback) {
  const value = process.env[variable] || String(fallback);
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Obstacle(
    `${variable} is "${value}", which is not a port.`,
    `Set it to a number from 1 to 65535, or leave it out to use ${fallback}.`,
  );
}
