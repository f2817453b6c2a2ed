import type { AuditEntry } from "@besunny/db/audit-entry";
import type { z } from "zod";

import type { AppError } from "../errors";
import type { Change, Definition } from "./definition";
import { type Json, jsonOf, withoutSecrets } from "./secret";
import type { Surroundings } from "./surroundings";

/** The most ids that a row names one by one; above this, the row says how many there were. */
const MOST_SUBJECTS = 1000;
/** BeSunny's own ids, and those of the engine's runs. */
const ids =
  /^(?:(?:aud|awt|bat|bop|cmt|bud|cnv|con|doc|dsh|dsl|ent|grp|inv|key|lnk|prj|psk|res|run|sch|ses|snr|src|sso|trn|usr|viw|wlk|ws)_[0-9A-Za-z_]{1,56}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

type Ended<Input, Output> = {
  /** Undefined if the input was not read. */
  input: Input | undefined;
  output?: Output;
  changes?: readonly Change[];
  error?: AppError;
};

/** Returns the audit row for one call: operation, actor, door, subjects, changes, outcome and trace. Secrets are removed. */
export function auditEntryOf<Input extends z.ZodType, Output extends z.ZodType>(
  { input: schema, audit }: Pick<Definition<string, Input, Output, never>, "input" | "audit">,
  { call, came }: Pick<Surroundings<never>, "call" | "came">,
  { input, output, changes = [], error }: Ended<z.output<Input>, z.output<Output>>,
): AuditEntry {
  const named =
    audit && "subjects" in audit && input !== undefined && output !== undefined
      ? audit.subjects(output, input)
      : [...idsIn(input), ...ownIdsOf(output)];
  const isSource = call.actor?.kind === "source";
  const subjects = [...new Set([...named, ...changes.map(({ subject }) => subject)])];
  return {
    operation: call.operation,
    actorKind: call.actor?.kind ?? "nobody",
    actorId: call.actor?.id ?? "",
    actorKeyId: came.keyId,
    actorSessionId: came.sessionId,
    ip: came.ip,
    userAgent: came.userAgent,
    door: call.door,
    traceId: call.traceId,
    subjects: subjects.slice(0, MOST_SUBJECTS),
    // The input of a source names private things, and admins read this log.
    input: input === undefined || isSource ? {} : storable(withoutSecrets(schema, input)),
    changes: changes.length > 0 && !isSource ? jsonOf(changes.map(differing)) : null,
    outcome: outcomeOf(error),
    errorCode: error?.code ?? null,
    // A message may name what the row is about.
    reason: error && !isSource ? storableText(error.message) : null,
  };
}

/** Returns JSON that PostgreSQL can store: jobs record texts of documents, which may hold U+0000 or half of a surrogate pair. */
function storable(json: Json): Json {
  return JSON.parse(JSON.stringify(json), (_key, value: unknown) =>
    typeof value === "string" ? storableText(value) : value,
  );
}

function outcomeOf(error: AppError | undefined) {
  if (!error) return "ok";
  return error.code === "FORBIDDEN" ? "refused" : "failed";
}

function storableText(text: string): string {
  return text.replaceAll("\0", "\ufffd").toWellFormed();
}

/** Returns every id that the input names, at any depth. */
function idsIn(value: unknown): string[] {
  if (typeof value === "string") return ids.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value === "object" && value !== null && !(value instanceof Date))
    return Object.values(value).flatMap(idsIn);
  return [];
}

/** Returns the ids that an output has as its own (`id`, `ids`): of the things that were created or acted on. */
function ownIdsOf(output: unknown): string[] {
  if (typeof output !== "object" || output === null) return [];
  const own = new Map<string, unknown>(Object.entries(output));
  return idsIn([own.get("id"), own.get("ids")]);
}

/** Returns the change without fields that are the same before and after. */
function differing({ subject, before, after }: Change): Change {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const only = (fields: Change["before"]) =>
    Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
  return { subject, before: only(before), after: only(after) };
}
