import { query } from "../operation/query";
import { pageOf } from "../shapes";
import { AuditEntry, actorIdsOf, auditEntryOf, auditListInput } from "./contract";

/** Lists rows of the workspace's audit log, newest first, with the names of people and API keys, also of those that are gone. */
export const listAuditEntries = query("audit.list-audit-entries", {
  title: "List the audit log",
  permission: "audit.read",
  input: auditListInput,
  output: pageOf(AuditEntry),
  doors: ["web"],

  async handle({ audit }, { limit, cursor, ...filter }) {
    const { items, nextCursor } = await audit.list(filter, { limit, cursor: cursor ?? undefined });
    const people = await audit.listActors(actorIdsOf(items));
    const keyIds = items.flatMap(({ actorKeyId }) => actorKeyId ?? []);
    const keys = await audit.listKeys([...new Set(keyIds)]);
    return {
      items: items.map((row) => ({
        ...auditEntryOf(row, row.actorKind === "user" ? people : []),
        key: row.actorKeyId
          ? {
              id: row.actorKeyId,
              name: keys.find(({ id }) => id === row.actorKeyId)?.name ?? null,
            }
          : null,
      })),
      nextCursor,
    };
  },
});
