import { auditActorKinds, auditOutcomes } from "@besunny/api/browser/vocabulary";
import { createLoader, parseAsIsoDate, parseAsString, parseAsStringLiteral } from "nuqs/server";

const DAY_MS = 24 * 60 * 60 * 1000;

/** The filters of an audit log in the URL. `from` and `to` are days; both are inside. */
export const auditFilterParsers = {
  id: parseAsString,
  actorId: parseAsString,
  actorKind: parseAsStringLiteral(auditActorKinds),
  ip: parseAsString,
  subject: parseAsString,
  operation: parseAsString,
  outcome: parseAsStringLiteral(auditOutcomes),
  from: parseAsIsoDate,
  to: parseAsIsoDate,
};

/** Reads the filters from a page's search parameters. */
export const loadAuditFilters = createLoader(auditFilterParsers);

export type AuditFilters = Awaited<ReturnType<typeof loadAuditFilters>>;

/** Returns the input of the list: filters that are not set are left out, and the day `to` is included. */
export function auditInputOf({
  id,
  actorId,
  actorKind,
  ip,
  subject,
  operation,
  outcome,
  from,
  to,
}: AuditFilters) {
  return {
    ...(id && { id }),
    ...(actorKind && { actorKind }),
    ...(ip && { ip }),
    ...(actorId && { actorId }),
    ...(subject && { subject }),
    ...(operation && { operation }),
    ...(outcome && { outcome }),
    ...(from && { from }),
    ...(to && { to: new Date(to.getTime() + DAY_MS) }),
    limit: 50,
  };
}

/** Returns true where a filter narrows the list. */
export function isNarrowed(filters: AuditFilters): boolean {
  return Object.values(filters).some((value) => value !== null);
}

const anId =
  /(?:bat|bop|doc|inv|key|prj|run|sch|ses|usr|ws)_[0-9A-Za-z_]{1,56}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** Returns the id that a text is or, as a link does, contains; null where there is none. */
export function idWithin(text: string): string | null {
  return anId.exec(text)?.[0] ?? null;
}
