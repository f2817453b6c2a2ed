import { randomUUID } from "node:crypto";

/** Returns the request's own trace id where it has one that is safe to log, else a new one. */
export function traceIdOf(headers: Headers): string {
  const given = headers.get("x-trace-id");
  return given && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}
