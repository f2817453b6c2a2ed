import { randomUUID } from "node:crypto";

/** Returns what every call from the command line carries: its door and a trace of its own. */
export function fromCommandLine() {
  return { door: "cli" as const, traceId: randomUUID() };
}
