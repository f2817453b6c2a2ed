import { isFailure, type SourceFailure } from "@besunny/connectors/sources/failures";

/** Returns how a failure is noted at its connection. */
export function troubleOf(error: SourceFailure) {
  const { message } = error;
  if (isFailure(error, "throttled"))
    return { kind: "throttled" as const, until: error.details.until };
  if (isFailure(error, "reconnect-needed"))
    return { kind: "reconnect" as const, reason: error.details.reason, message };
  if (isFailure(error, "provider-down")) return { kind: "down" as const, message };
  return { kind: "other" as const, failure: error.kind, message };
}
