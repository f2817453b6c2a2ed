import type { AuditEntry } from "@besunny/db/audit-entry";

import type { IdentityContext } from "../../context";
import type { AppError } from "../../errors";
import type { Change } from "../../operation/definition";
import { jsonOf } from "../../operation/secret";
import { placeOf } from "../../operation/workspace";

type AccountEvent = {
  /** The operation's own name. */
  operation: `identity.${string}`;
  /** The person whose account it concerns. */
  userId: string;
  /** Ids that the row is about, beside the person's. */
  subjects?: readonly string[];
  details?: Readonly<Record<string, string | number>>;
  changes?: readonly Change[];
  /** Set if the operation did not succeed. */
  error?: AppError;
  /** `nobody` if the request does not prove a person: a forgotten password, or the command line. */
  actor?: "user" | "nobody";
};

/** Returns an audit row about a person's own account, with the address and browser of the request. Never put a secret into it. */
export function accountEntry(
  { ip, userAgent, door, traceId }: Pick<IdentityContext, "ip" | "userAgent" | "door" | "traceId">,
  { operation, userId, subjects = [], details, changes = [], error, actor = "user" }: AccountEvent,
): AuditEntry {
  return {
    operation,
    actorKind: actor,
    actorId: actor === "user" ? userId : "",
    door,
    traceId,
    subjects: [userId, ...subjects],
    input: { ...details },
    ...placeOf({ ip, userAgent }),
    changes: changes.length > 0 ? jsonOf(changes) : null,
    outcome: outcomeOf(error),
    errorCode: error?.code ?? null,
    reason: error?.message ?? null,
  };
}

function outcomeOf(error: AppError | undefined) {
  if (!error) return "ok";
  return error.code === "FORBIDDEN" ? "refused" : "failed";
}
