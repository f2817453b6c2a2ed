import type { Log } from "@besunny/core/context";
import { pino } from "pino";

/** One JSON line each on standard output. What could name a secret is struck out, should it ever get here. */
export function createLog(app: string): Log {
  return pino({
    base: { app },
    redact: {
      paths: ["*.password", "*.token", "*.key", "*.authorization", "*.cookie"],
      censor: "***",
    },
    serializers: { error: pino.stdSerializers.err },
  });
}
