/** Receives what the engine reports: a message and its details. */
export type Log = Record<"info" | "warn" | "error", (message: string, details?: object) => void>;

/** Drops every message. */
export const silentLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
