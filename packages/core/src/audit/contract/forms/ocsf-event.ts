import type { z } from "zod";
import type { PlatformAuditEntry } from "../../contract";
import { ocsfPlaceOf } from "./ocsf-classes";

type Entry = z.output<typeof PlatformAuditEntry> & {
  key?: { id: string; name: string | null } | null;
};

const VERSION = "1.6.0";
const CATEGORIES = { 3001: 3, 3002: 3, 3004: 3, 6003: 6 } as const;
const STATUS = { ok: 1, refused: 2, failed: 2 } as const;
/** Informational, medium, low. */
const SEVERITY = { ok: 1, refused: 3, failed: 2 } as const;
/** Kinds of users: a person, an admin, a service. */
const USER_TYPES: Readonly<Record<string, number>> = {
  user: 1,
  link: 1,
  platformAdmin: 2,
  job: 4,
  source: 4,
};

/** Returns an entry as an event of OCSF 1.6. What OCSF has no place for is in `unmapped`. */
export function ocsfEventOf(entry: Entry, { workspaceId }: { workspaceId: string | null }) {
  const { classUid, activityId } = ocsfPlaceOf(entry.operation);
  const user = userOf(entry);
  const actor = {
    user,
    ...(entry.sessionId && { session: { uid: entry.sessionId } }),
    ...(entry.key && { app_uid: entry.key.id }),
  };
  const base = {
    class_uid: classUid,
    category_uid: CATEGORIES[classUid],
    activity_id: activityId,
    type_uid: classUid * 100 + activityId,
    severity_id: SEVERITY[entry.outcome],
    status_id: STATUS[entry.outcome],
    ...(entry.errorCode && { status_code: entry.errorCode }),
    ...(entry.reason && { status_detail: entry.reason }),
    time: entry.createdAt.getTime(),
    message: entry.operation,
    metadata: {
      version: VERSION,
      uid: entry.id,
      log_name: "audit",
      product: { name: "BeSunny", vendor_name: "BeSunny" },
      ...(entry.traceId && { correlation_uid: entry.traceId }),
      ...(workspaceId && { tenant_uid: workspaceId }),
    },
    actor,
    src_endpoint: entry.ip ? { ip: entry.ip } : { name: entry.door ?? "unknown" },
    ...(entry.userAgent && { http_request: { user_agent: entry.userAgent } }),
    unmapped: {
      door: entry.door,
      subjects: entry.subjects,
      input: entry.input,
      changes: entry.changes,
      erased_at: entry.erasedAt?.toISOString() ?? null,
    },
  };
  if (classUid === 6003)
    return {
      ...base,
      api: {
        operation: entry.operation,
        ...(entry.traceId && { request: { uid: entry.traceId } }),
      },
      resources: entry.subjects.map((uid) => ({ uid })),
    };
  if (classUid === 3004) return { ...base, entity: { uid: entry.subjects[0] ?? entry.operation } };
  const about = { ...base, user: personOf(entry) ?? user };
  return classUid === 3002 ? { ...about, service: { name: "BeSunny" } } : about;
}

function userOf({ actor: { kind, id, name, email } }: Entry) {
  return {
    uid: id || kind,
    type_id: USER_TYPES[kind] ?? 0,
    ...(name && { name }),
    ...(email && { email_addr: email }),
  };
}

/** Returns the account that an entry is about, where another acts on it. */
function personOf({ actor, subjects }: Entry): { uid: string; type_id: number } | null {
  const uid = subjects.find((id) => id.startsWith("usr_") && id !== actor.id);
  return uid ? { uid, type_id: 1 } : null;
}
