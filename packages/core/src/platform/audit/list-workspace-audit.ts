import { z } from "zod";
import { actorIdsOf, auditEntryOf, auditListInput, PlatformAuditEntry } from "../../audit/contract";
import { platformQuery } from "../../operation/platform";
import { idIn, pageOf } from "../../shapes";
import { daysBefore } from "../days-before";

/** Without a workspace and a first day, the entries of so many days are listed. */
const DAYS = 7;

/** An entry of a workspace without its words: input, changes, address, browser and reason stay in the workspace. */
const EntryOfWorkspace = PlatformAuditEntry.extend({
  workspace: z.object({ id: idIn("ws"), name: z.string() }),
}).meta({ id: "EntryOfWorkspace" });

/** Lists what was done in one workspace or in all, newest first: who did what to which ids, and how it ended. */
export const listWorkspaceAudit = platformQuery("platform.list-workspace-audit", {
  title: "List what was done in workspaces",
  permission: "audit.readPlatform",
  input: auditListInput.omit({ ip: true }).extend({ workspaceId: idIn("ws").optional() }),
  output: pageOf(EntryOfWorkspace),
  doors: ["admin"],

  async handle({ db, clock }, { limit, cursor, workspaceId, ...filter }) {
    const { audit } = db.platform;
    const from = filter.from ?? (workspaceId ? undefined : daysBefore(clock(), DAYS));
    const { items, nextCursor } = await audit.listOfWorkspaces(
      { ...filter, from, workspaceId },
      { limit, cursor: cursor ?? undefined },
    );
    const people = await audit.listActors(actorIdsOf(items, ["user", "platformAdmin"]));
    return {
      items: items.map(({ workspace, ...row }) => ({
        ...auditEntryOf({ ...row, ...withoutWords }, people),
        workspace,
      })),
      nextCursor,
    };
  },
});

const withoutWords = {
  input: {},
  changes: [],
  ip: null,
  userAgent: null,
  reason: null,
  erasedAt: null,
};
