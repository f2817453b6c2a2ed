import { query } from "../operation/query";
import { pageOf } from "../shapes";
import { AuditEntry, actorIdsOf, auditEntryOf, auditListInput } from "./contract";
import { namesOf } from "./names-of";

/** The most subjects of a row that are looked up by name; a row may have a thousand subjects. */
const MOST_NAMED = 5;

/**
 * Lists rows of the workspace's audit log, newest first. Adds the names of people and API keys, also of removed ones, and of existing
 * documents and projects.
 */
export const listAuditEntries = query("audit.list-audit-entries", {
  title: "List the audit log",
  permission: "audit.read",
  input: auditListInput,
  output: pageOf(AuditEntry),
  doors: ["web", "rest"],

  async handle(tools, { limit, cursor, ...filter }) {
    const page = { limit, cursor: cursor ?? undefined };
    const { items, nextCursor } = await tools.audit.list(filter, page);
    // Words on a private document are for nobody but their author.
    const mayRead = (row: (typeof items)[number]) =>
      !row.isPrivate || (tools.actor.kind === "user" && row.actorId === tools.actor.id);
    const wordless = (row: (typeof items)[number]) => ({
      ...row,
      input: {},
      changes: [],
      reason: null,
    });
    const subjectsOf = (row: (typeof items)[number]) => row.subjects.slice(0, MOST_NAMED);
    const { people, keys, things } = await namesOf(tools, [
      ...actorIdsOf(items),
      ...items.flatMap(({ actorKeyId }) => actorKeyId ?? []),
      ...items.flatMap(subjectsOf),
    ]);
    return {
      items: items.map((row) => ({
        ...auditEntryOf(mayRead(row) ? row : wordless(row), row.actorKind === "user" ? people : []),
        key: row.actorKeyId
          ? {
              id: row.actorKeyId,
              name: keys.find(({ id }) => id === row.actorKeyId)?.name ?? null,
            }
          : null,
        named: [...things, ...people, ...keys]
          .filter(({ id }) => subjectsOf(row).includes(id))
          .map(({ id, name }) => ({ id, name })),
      })),
      nextCursor,
    };
  },
});
