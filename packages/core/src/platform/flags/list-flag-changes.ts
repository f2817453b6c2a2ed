import { z } from "zod";

import { actorIdsOf, auditEntryOf, PlatformAuditEntry } from "../../audit/contract";
import { platformQuery } from "../../operation/platform";
import { ofFlag, subjectOf } from "./contract";

const MOST = 50;

/** Returns the last changes of a flag with who made them, newest first. */
export const listFlagChanges = platformQuery("platform.list-flag-changes", {
  title: "List the changes of a feature flag",
  permission: "flag.read",
  input: ofFlag,
  output: z.array(PlatformAuditEntry),
  doors: ["admin"],

  async handle({ db }, { key }) {
    const { audit } = db.platform;
    const { items } = await audit.list({ subject: subjectOf(key) }, { limit: MOST });
    const people = await audit.listActors(actorIdsOf(items, ["user", "platformAdmin"]));
    return items.map((row) => auditEntryOf(row, people));
  },
});
