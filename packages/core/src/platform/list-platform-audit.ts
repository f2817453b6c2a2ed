import { actorIdsOf, auditEntryOf, auditListInput, PlatformAuditEntry } from "../audit/contract";
import { platformQuery } from "../operation/platform";
import { pageOf } from "../shapes";

/** Lists rows of the platform's audit log, newest first: calls of platform admins, and changes to their accounts. */
export const listPlatformAudit = platformQuery("platform.list-platform-audit", {
  title: "List the platform's audit log",
  permission: "audit.readPlatform",
  input: auditListInput,
  output: pageOf(PlatformAuditEntry),
  doors: ["admin"],

  async handle({ db }, { limit, cursor, ...filter }) {
    const { audit } = db.platform;
    const { items, nextCursor } = await audit.list(filter, { limit, cursor: cursor ?? undefined });
    const people = await audit.listActors(actorIdsOf(items, ["user", "platformAdmin"]));
    return { items: items.map((row) => auditEntryOf(row, people)), nextCursor };
  },
});
